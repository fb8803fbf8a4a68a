import { useEffect } from "preact/hooks";
import { account } from "../account/session.ts";
import { ownOpen, queueOpen, reviewing } from "../changes/view.ts";
import { Icon } from "../controls/icons.tsx";
import { Popover } from "../controls/popover.tsx";
import { t } from "../language/t.ts";
import { followNotifications, notifications, read } from "./notifications.ts";
import { NotificationList } from "./parts/notification-list.tsx";
import "./parts/words.ts";
import "./notifications.css";

/** The sign of what one was told, with how much of it is unread; for nobody, nothing. */
export function NotificationButton({ done }: { done?: () => void }) {
  useEffect(followNotifications, []);
  const told = notifications.value;
  if (!account.value || !told) return null;
  const label = told.unread > 0 ? t("notifications.unread", { count: told.unread }) : t("notifications.title");
  return (
    <Popover
      label={label}
      heading={t("notifications.title")}
      buttonClass="icon-button notification-button"
      button={
        <>
          <Icon name="bell" />
          {told.unread > 0 && (
            <span class="notification-count" aria-hidden="true">
              {told.unread > 99 ? "99+" : told.unread}
            </span>
          )}
        </>
      }
    >
      {(close) => (
        <NotificationList
          told={told}
          open={(set) => {
            close();
            done?.();
            ownOpen.value = false;
            queueOpen.value = queueOpen.peek() && account.peek()?.roles.includes("reviewer") === true;
            reviewing.value = set;
            void read({ change_set: set });
          }}
        />
      )}
    </Popover>
  );
}
