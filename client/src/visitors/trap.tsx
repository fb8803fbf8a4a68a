import "./visitor-form.css";

/** A field that people do not see and programs fill in. */
export const Trap = ({ label }: { label: string }) => (
  <div class="visitor-trap" aria-hidden="true">
    <label>
      {label}
      <input type="text" name="website" tabIndex={-1} autocomplete="off" />
    </label>
  </div>
);
