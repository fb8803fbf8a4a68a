import { Icon } from "../../controls/icons.tsx";
import { formatDate } from "../../language/format.ts";
import { t } from "../../language/t.ts";
import { language } from "../../language/view.ts";
import { copyText } from "../../notices/copy-text.ts";
import type { EnquiryReceipt } from "../requests.ts";

/** What is left in the hands of who wrote; nobody else has the link. */
export function Receipt({ receipt, again }: { receipt: EnquiryReceipt; again: () => void }) {
  return (
    <div class="visitor-form enquiry-receipt" role="status">
      <p>
        {t("enquiry.sent")} <strong>{receipt.reference}</strong>
      </p>
      <p>{t("enquiry.kept", { date: formatDate(receipt.kept_until, language.value) })}</p>
      <p class="note">{t("enquiry.keep_link")}</p>
      <label>
        <span class="spoken">{t("enquiry.delete_link")}</span>
        <input type="text" readOnly value={receipt.delete_url} onFocus={(event) => event.currentTarget.select()} />
      </label>
      <div class="visitor-actions">
        <button type="button" class="button" onClick={() => void copyText(receipt.delete_url, "toast.copied")}>
          <Icon name="link" size={16} />
          {t("enquiry.copy")}
        </button>
        <button type="button" class="button button-quiet" onClick={again}>
          {t("enquiry.another")}
        </button>
      </div>
    </div>
  );
}
