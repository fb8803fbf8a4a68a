import type { ComponentChildren } from "preact";
import { useLayoutEffect, useRef, useState } from "preact/hooks";
import { Dialog } from "./dialog.tsx";
import { whereabouts } from "./frame.ts";

type Props = {
  label: string;
  title?: string;
  /** The title of what opens, where it is not that of the button. */
  heading?: string;
  buttonClass: string;
  button: ComponentChildren;
  name?: string;
  children: (close: () => void) => ComponentChildren;
};

/** A button that opens a small panel beside itself; it closes when it has led to another panel. */
export function Popover({ label, title, heading, buttonClass, button, name, children }: Props) {
  const [open, setOpen] = useState(false);
  const anchor = useRef<HTMLButtonElement>(null);
  const close = () => setOpen(false);
  useLayoutEffect(close, [whereabouts.value]);
  return (
    <>
      <button
        ref={anchor}
        type="button"
        class={buttonClass}
        aria-label={label}
        title={title ?? label}
        aria-haspopup="dialog"
        aria-expanded={open}
        onClick={() => setOpen(true)}
      >
        {button}
      </button>
      <Dialog
        open={open}
        title={heading ?? label}
        name={["popover", name].filter(Boolean).join(" ")}
        close={close}
        beside={anchor}
      >
        {() => children(close)}
      </Dialog>
    </>
  );
}
