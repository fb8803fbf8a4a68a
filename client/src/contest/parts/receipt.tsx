import { useEffect, useRef } from "preact/hooks";
import type { ContestReceipt } from "../../api/answers.ts";
import { formatDate } from "../../language/format.ts";
import { t } from "../../language/t.ts";
import { language } from "../../language/view.ts";
import { copyText } from "../../notices/copy-text.ts";
import { endContest } from "../form-state.ts";

/** What is left in the hands of who wrote; nobody else has the reference, or the link that deletes. */
export function Receipt({ receipt }: { receipt: ContestReceipt }) {
  const box = useRef<HTMLDivElement>(null);
  // the form that had the focus is gone
  useEffect(() => box.current?.focus(), []);
  const { reference, url, kept_until, delete_url } = receipt;
  return (
    <div class="visitor-form contest-form contest-receipt" role="status" tabIndex={-1} ref={box}>
      <p>
        {t("contest.sent")} <strong>{reference}</strong>
      </p>
      <p class="note">{t("contest.keep_reference")}</p>
      {delete_url && kept_until && (
        <>
          <p>{t("contest.kept", { date: formatDate(kept_until, language.value) })}</p>
          <label>
            <span>{t("contest.delete_link")}</span>
            <input type="text" readOnly value={delete_url} onFocus={(event) => event.currentTarget.select()} />
          </label>
        </>
      )}
      <p class="visitor-actions">
        <a class="button" href={url} target="_blank" rel="noopener">
          {t("contest.state")}
        </a>
        <button
          type="button"
          class="button"
          onClick={() => void copyText([reference, url, delete_url ?? ""].join("\n").trim(), "toast.copied")}
        >
          {t("contest.copy")}
        </button>
        <button type="button" class="button" onClick={endContest}>
          {t("contest.close")}
        </button>
      </p>
    </div>
  );
}
