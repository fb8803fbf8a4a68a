import type { ComponentChildren } from "preact";
import { useEffect, useId, useRef, useState } from "preact/hooks";
import { isComposing } from "../../state/keyboard.ts";

type Props = {
  label: string;
  title?: string;
  side: "top" | "bottom";
  buttonClass: string;
  button: ComponentChildren;
  children: (close: () => void) => ComponentChildren;
};

/** A button that opens a small panel beside itself; Esc and a press elsewhere close it and give the focus back. */
export function Popover({ label, title, side, buttonClass, button, children }: Props) {
  const [open, setOpen] = useState(false);
  const anchor = useRef<HTMLSpanElement>(null);
  const id = useId();
  const close = () => {
    setOpen(false);
    anchor.current?.querySelector("button")?.focus();
  };
  useEffect(() => {
    if (!open) return;
    const onPointer = (event: PointerEvent) => {
      if (event.target instanceof Node && !anchor.current?.contains(event.target)) setOpen(false);
    };
    document.addEventListener("pointerdown", onPointer);
    return () => document.removeEventListener("pointerdown", onPointer);
  }, [open]);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== "Escape" || !open || isComposing(event)) return;
    event.stopPropagation();
    close();
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: catches Esc of the button and the panel inside
    <span class="popover-anchor" ref={anchor} onKeyDown={onKeyDown}>
      <button
        type="button"
        class={buttonClass}
        aria-label={label}
        title={title ?? label}
        aria-expanded={open}
        aria-controls={open ? id : undefined}
        onClick={() => setOpen(!open)}
      >
        {button}
      </button>
      {open && (
        <div id={id} class="popover surface" data-side={side} role="dialog" aria-label={label}>
          {children(close)}
        </div>
      )}
    </span>
  );
}
