import { isSignedInAs } from "../account/session.ts";
import { Icon } from "../controls/icons.tsx";
import { isFiltered } from "../features/plan.ts";
import { asOf } from "../history/view.ts";
import { t } from "../language/t.ts";
import { bulkOpen, ownOpen } from "./view.ts";
import "./bulk-button.css";

/** For staff, below the filter: what it finds can be given the same values. While the plan of another moment is shown nothing of it is changed. */
export function BulkButton() {
  if (!isSignedInAs("staff") || asOf.value !== "" || !isFiltered.value) return null;
  return (
    <p class="bulk-button">
      <button
        type="button"
        class="button"
        onClick={() => {
          bulkOpen.value = true;
          ownOpen.value = true;
        }}
      >
        <Icon name="edit" size={16} />
        {t("changes.bulk_button")}
      </button>
    </p>
  );
}
