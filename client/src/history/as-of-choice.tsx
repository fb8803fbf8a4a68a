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
  return (
    <form
      class="as-of-choice"
      onSubmit={(event) => {
        event.preventDefault();
        const given = new FormData(event.currentTarget).get("moment");
        if (typeof given === "string" && given !== "" && !Number.isNaN(Date.parse(given)))
          asOf.value = toInstant(given);
        done();
      }}
    >
      <label>
        <span>{t("history.moment")}</span>
        <input
          type="datetime-local"
          name="moment"
          required
          max={toLocal(new Date().toISOString())}
          defaultValue={toLocal(asOf.value === "" ? new Date().toISOString() : asOf.value)}
        />
      </label>
      <p class="note">{t("history.note")}</p>
      <button type="submit" class="button button-primary">
        {t("history.show")}
      </button>
    </form>
  );
}
