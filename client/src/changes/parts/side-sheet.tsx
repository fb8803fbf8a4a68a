import type { ComponentChildren } from "preact";
import { IconButton } from "../../controls/icon-button.tsx";
import { usePanelFocus } from "../../controls/panel-focus.ts";
import { t } from "../../language/t.ts";

type Props = { kind: string; label: string; title?: string; close: () => void; children: ComponentChildren };

/** Stands in the place of the card, on a phone below the map, and leaves the map free to be seen and pressed. */
export function SideSheet({ kind, label, title = label, close, children }: Props) {
  const heading = usePanelFocus(kind);
  return (
    <section
      class="change-sheet surface panel"
      aria-label={label}
      data-map-obstacle
      data-panel
      onKeyDown={(event) => {
        if (event.key !== "Escape" || event.defaultPrevented) return;
        event.preventDefault();
        close();
      }}
    >
      <header>
        <h2 ref={heading} tabIndex={-1}>
          {title}
        </h2>
        <IconButton icon="close" name={t("dialog.close")} size={16} onClick={close} />
      </header>
      <div class="panel-scroll">{children}</div>
    </section>
  );
}
