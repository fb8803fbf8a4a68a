import type { ComponentChildren } from "preact";
import { IconButton } from "../controls/icon-button.tsx";
import { usePanelFocus } from "../controls/panel-focus.ts";
import { isComposing } from "../keyboard/keyboard.ts";
import { t } from "../language/t.ts";
import "./parts/words.ts";
import "./changes.css";

type Props = {
  kind: string;
  label: string;
  title?: string;
  close: () => void;
  /** What closing leads back to, in words. */
  back?: string | undefined;
  /** In the place of the left panel. */
  onLeft?: boolean;
  hidden?: boolean;
  /** A key that is pressed in it, other than Escape. */
  onKey?: (event: KeyboardEvent) => void;
  /** Below what scrolls. */
  foot?: ComponentChildren;
  children: ComponentChildren;
};

/** Stands in the place of the card, on a phone below the map, and leaves the map free to be seen and pressed. */
export function SideSheet({ kind, label, title = label, close, back, onLeft, hidden, onKey, foot, children }: Props) {
  const heading = usePanelFocus(kind);
  return (
    <section
      class={`change-sheet surface panel${onLeft ? " on-left" : ""}`}
      hidden={hidden}
      aria-label={label}
      data-map-obstacle
      data-panel
      onKeyDown={(event) => {
        if (event.defaultPrevented || isComposing(event)) return;
        if (event.key !== "Escape") return onKey?.(event);
        event.preventDefault();
        close();
      }}
    >
      <header>
        {back && <IconButton icon="left" name={back} size={16} onClick={close} />}
        <h2 ref={heading} tabIndex={-1}>
          {title}
        </h2>
        {!back && <IconButton icon="close" name={t("dialog.close")} size={16} onClick={close} />}
      </header>
      <div class="panel-scroll">{children}</div>
      {foot}
    </section>
  );
}
