import { useSignal } from "@preact/signals";
import { t } from "../language/t.ts";
import { asOf } from "./view.ts";

/** A moment by one's own clock as the server reads it, and back. */
const MINUTE_DIGITS = 16;
const toInstant = (local: string): string => `${new Date(local).toISOString().slice(0, 19)}Z`;
const toLocal = (moment: string): string => {
  const at = new Date(moment.length === 10 ? `${moment}T23:59:00Z` : moment);
  return new Date(at.getTime() - at.getTimezoneOffset() * 60_000).toISOString().slice(0, MINUTE_DIGITS);
};

/** The map as of a moment: what was published then, and nothing since. */
export function AsOfChoice({ done }: { done: () => void }) {
  const isWrong = useSignal(false);
  return (
    <form
      class="as-of-choice"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        const moment = event.currentTarget.elements.namedItem("moment") as HTMLInputElement;
        isWrong.value = !moment.validity.valid;
        if (isWrong.value) return moment.focus();
        asOf.value = toInstant(moment.value);
        done();
      }}
    >
      <label>
        <span>{t("history.moment")}</span>
        <input
          type="datetime-local"
          name="moment"
          required
          aria-invalid={isWrong.value}
          max={toLocal(new Date().toISOString())}
          defaultValue={toLocal(asOf.value === "" ? new Date().toISOString() : asOf.value)}
        />
      </label>
      {isWrong.value && <p role="alert">{t("history.no_moment")}</p>}
      <p class="note">{t("history.note")}</p>
      <button type="submit" class="button button-primary">
        {t("history.show")}
      </button>
    </form>
  );
}
