import { isSignedInAs } from "../account/session.ts";
import { Icon } from "../controls/icons.tsx";
import { asOf } from "../history/view.ts";
import { t } from "../language/t.ts";
import { correcting } from "./view.ts";

/** For staff; while the plan of another moment is shown nothing of it can be corrected. What has no place is given one first. */
export function CorrectButton({ collection, code, isPlaced }: { collection: string; code: string; isPlaced: boolean }) {
  if (!isSignedInAs("staff") || asOf.value !== "") return null;
  return (
    <button
      type="button"
      class="button"
      onClick={() => {
        correcting.value = { collection, code };
      }}
    >
      <Icon name="pin" size={16} />
      {t(isPlaced ? "changes.correct_button" : "changes.place_button")}
    </button>
  );
}
