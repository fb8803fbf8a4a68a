import { useEffect } from "preact/hooks";
import { loadDepartments, speaksForOne } from "../account/departments.ts";
import { account, isSignedInAs } from "../account/session.ts";
import { IconButton } from "../controls/icon-button.tsx";
import { t } from "../language/t.ts";
import { ownOpen, queueOpen } from "./view.ts";

/** What the roles of the one who is signed in lead to, and the departments they speak for; nothing for everybody else. `done`: what holds the buttons gives way. */
export function ChangeButtons({ done }: { done?: () => void }) {
  const [isStaff, isReviewer] = [isSignedInAs("staff"), isSignedInAs("reviewer")];
  useEffect(() => {
    if (isStaff || isReviewer) void loadDepartments();
  }, [account.value?.id]);
  return (
    <>
      {isStaff && (
        <IconButton
          icon="edit"
          name={t("changes.own_button")}
          onClick={() => {
            done?.();
            ownOpen.value = true;
          }}
        />
      )}
      {(isReviewer || (isStaff && speaksForOne.value)) && (
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
