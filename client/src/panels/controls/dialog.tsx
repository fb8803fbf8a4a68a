import type { ComponentChildren } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { t } from "../../i18n/t.ts";
import { IconButton } from "./icon-button.tsx";
import "./dialog.css";

type Props = { open: boolean; title: string; name: string; close: () => void; children: () => ComponentChildren };

/** A sheet over everything. The browser's own dialog keeps the focus inside, gives it back and closes on Esc. */
export function Dialog({ open, title, name, close, children }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    if (open) dialog.current?.showModal();
    else dialog.current?.close();
  }, [open]);
  return (
    <dialog ref={dialog} class={`dialog ${name}`} aria-label={title} onClose={close}>
      {open && (
        <>
          <header>
            <h2>{title}</h2>
            <IconButton icon="close" name={t("keys.close")} onClick={close} />
          </header>
          {children()}
        </>
      )}
    </dialog>
  );
}
