import { isKey, t } from "../i18n/t.ts";
import { dismiss, notices } from "../state/notices.ts";
import { Icon } from "./controls/icons.tsx";
import "./toasts.css";

/** Six seconds each, spoken once, closed by hand before that. */
export function Toasts() {
  return (
    <div class="toasts" role="status" aria-live="polite">
      {notices.value.map(({ id, key, args }) => (
        <div key={id} class="toast">
          <span>{isKey(key) ? t(key, args) : key}</span>
          <button type="button" class="icon-button small" aria-label={t("toast.dismiss")} onClick={() => dismiss(id)}>
            <Icon name="close" size={14} />
          </button>
        </div>
      ))}
    </div>
  );
}
