import "./parts/words.ts";
import { Icon } from "../controls/icons.tsx";
import { t } from "../language/t.ts";
import { enquiry } from "./view.ts";

/** The way to the form, wherever parks are chosen. */
export function EnquiryButton() {
  return (
    <button
      type="button"
      class="button enquiry-open"
      onClick={() => {
        enquiry.value = "open";
      }}
    >
      <Icon name="mail" size={16} />
      {t("enquiry.open")}
    </button>
  );
}
