import type { Notifications } from "../../api/answers.ts";
import { formatDate } from "../../language/format.ts";
import { t } from "../../language/t.ts";
import { language } from "../../language/view.ts";
import { read } from "../notifications.ts";

type Props = { told: Notifications; open: (set: number) => void };

/** The newest first; each leads to its change set, and is read by that. */
export function NotificationList({ told, open }: Props) {
  const newest = told.notifications[0];
  return (
    <div class="notification-list">
      {told.unread > 0 && newest && (
        <button type="button" class="button" onClick={() => void read({ up_to: newest.id })}>
          {t("notifications.read_all")}
        </button>
      )}
      {told.notifications.length === 0 && <p class="note">{t("notifications.none")}</p>}
      <ul>
        {told.notifications.map(({ id, kind, actor_name, title, at, read_at, change_set }) => (
          <li key={id}>
            <button type="button" data-unread={read_at === null} onClick={() => open(change_set)}>
              <span>{t(`notifications.${kind}` as const, { name: actor_name ?? t("notifications.somebody") })}</span>
              <strong>{title}</strong>
              <time class="note" dateTime={at}>
                {formatDate(at, language.value)}
              </time>
              {read_at === null && <span class="spoken">{t("notifications.is_unread")}</span>}
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
