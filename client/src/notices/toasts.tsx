import { IconButton } from "../controls/icon-button.tsx";
import { isKey, spokenIn, t } from "../language/t.ts";
import { dismiss, notices } from "./notices.ts";
import "./toasts.css";

/** Spoken once, and gone after six seconds or when closed; what has to be copied by hand stays, whole and selected at a press. */
export function Toasts() {
  return (
    <div class="toasts" role="status" aria-live="polite">
      {notices.value.map(({ id, key, args, copy }) => (
        <div key={id} class="toast">
          <span lang={isKey(key) ? spokenIn(key) : undefined}>{isKey(key) ? t(key, args) : key}</span>
          {copy !== null && (
            <input
              readOnly
              value={copy}
              aria-label={t("toast.to_copy")}
              onFocus={(event) => event.currentTarget.select()}
            />
          )}
          <IconButton icon="close" name={t("toast.dismiss")} size={14} small onClick={() => dismiss(id)} />
        </div>
      ))}
    </div>
  );
}
