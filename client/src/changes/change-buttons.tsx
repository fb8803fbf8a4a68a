import { isSignedInAs } from "../account/session.ts";
import { IconButton } from "../controls/icon-button.tsx";
import { t } from "../language/t.ts";
import { ownOpen, queueOpen } from "./view.ts";

/** What the roles of the one who is signed in lead to; nothing for everybody else. `done`: what holds the buttons gives way. */
export function ChangeButtons({ done }: { done?: () => void }) {
  return (
    <>
      {isSignedInAs("staff") && (
        <IconButton
          icon="edit"
          name={t("changes.own_button")}
          onClick={() => {
            done?.();
            ownOpen.value = true;
          }}
        />
      )}
      {isSignedInAs("reviewer") && (
        <IconButton
          icon="check"
          name={t("changes.queue_button")}
          onClick={() => {
            done?.();
            queueOpen.value = true;
          }}
        />
      )}
    </>
  );
}
