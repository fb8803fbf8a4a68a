import { isSignedInAs } from "../account/session.ts";
import { IconButton } from "../controls/icon-button.tsx";
import { t } from "../language/t.ts";
import { queueOpen } from "./view.ts";

/** What the roles of the one who is signed in lead to; nothing for everybody else. */
export function ChangeButtons() {
  return (
    <>
      {isSignedInAs("reviewer") && (
        <IconButton
          icon="check"
          name={t("changes.queue_button")}
          onClick={() => {
            queueOpen.value = true;
          }}
        />
      )}
    </>
  );
}
