import { isKey, t } from "../i18n/t.ts";
import { dismiss, notices } from "../state/notices.ts";
import { IconButton } from "./controls/icon-button.tsx";
import "./toasts.css";

/** Six seconds each, spoken once, closed by hand before that. */
export function Toasts() {
  return (
    <div class="toasts" role="status" aria-live="polite">
      {notices.value.map(({ id, key, args }) => (
        <div key={id} class="toast">
          <span>{isKey(key) ? t(key, args) : key}</span>
          <IconButton icon="close" name={t("toast.dismiss")} size={14} small onClick={() => dismiss(id)} />
        </div>
      ))}
    </div>
  );
}
