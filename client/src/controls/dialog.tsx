import type { ComponentChildren, RefObject } from "preact";
import { useLayoutEffect, useRef } from "preact/hooks";
import { t } from "../language/t.ts";
import { isSmall } from "./frame.ts";
import { IconButton } from "./icon-button.tsx";
import { noteOpener } from "./panel-focus.ts";
import { placeBeside } from "./place-beside.ts";
import "./dialog.css";

type Props = {
  open: boolean;
  title: string;
  name: string;
  close: () => void;
  /** What it opens beside where there is room; without, and on a small window, it stands by itself. */
  beside?: RefObject<HTMLElement | null>;
  /** The tag of its language, where that is not the one of where it stands. */
  lang?: string;
  children: () => ComponentChildren;
};

/**
 * A sheet over everything. The browser's own dialog keeps the focus inside, gives it back and closes on Esc; a press
 * beside it closes it too. Its head stays while the rest scrolls, so that no window is too small for it.
 */
export function Dialog({ open, title, name, close, beside, lang, children }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const isBeside = beside !== undefined && !isSmall.value;
  useLayoutEffect(() => {
    if (!open) return dialog.current?.close();
    if (dialog.current) noteOpener(dialog.current);
    dialog.current?.showModal();
    heading.current?.focus();
  }, [open]);
  useLayoutEffect(() => {
    const [box, anchor] = [dialog.current, beside?.current];
    if (!open || !isBeside || !box || !anchor) return;
    const place = () => placeBeside(box, anchor);
    place();
    window.addEventListener("resize", place);
    // what it holds may come later
    const grows = new ResizeObserver(place);
    if (box.lastElementChild) grows.observe(box.lastElementChild);
    return () => {
      grows.disconnect();
      window.removeEventListener("resize", place);
      box.removeAttribute("style");
    };
  });
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Esc is the key that closes a dialog, and the browser's own
    <dialog
      ref={dialog}
      class={`dialog ${name}`}
      lang={lang}
      data-beside={isBeside}
      aria-label={title}
      onClose={close}
      onClick={(event) => event.target === dialog.current && close()}
    >
      {open && (
        <>
          <header>
            <h2 ref={heading} tabIndex={-1}>
              {title}
            </h2>
            <IconButton icon="close" name={t("dialog.close")} size={16} onClick={close} />
          </header>
          <div class="dialog-body">{children()}</div>
        </>
      )}
    </dialog>
  );
}
