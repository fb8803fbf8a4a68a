import { useLayoutEffect } from "preact/hooks";
import { IconButton } from "../controls/icon-button.tsx";
import { usePanelFocus } from "../controls/panel-focus.ts";
import { t } from "../language/t.ts";
import { Groups } from "./groups.tsx";
import { trayAsked, trayOpen, trayPark } from "./view.ts";
import "./unplaced.css";

/** The tray over the map, opened by its handle. */
export function Tray() {
  return trayOpen.value ? <OpenTray /> : null;
}

const close = () => {
  trayOpen.value = false;
  trayPark.value = null;
};

function OpenTray() {
  const heading = usePanelFocus("unplaced");
  const asked = trayAsked.value;
  useLayoutEffect(() => {
    if (!asked) return;
    trayAsked.value = false;
    heading.current?.focus({ preventScroll: true });
  }, [asked, heading]);
  return (
    <section
      class="unplaced-tray surface"
      aria-label={t("unplaced.tray")}
      data-map-obstacle
      data-panel
      onKeyDown={(event) => {
        if (event.key !== "Escape") return;
        event.preventDefault();
        close();
      }}
    >
      <header>
        <h2 ref={heading} tabIndex={-1}>
          {t("unplaced.tray")}
        </h2>
        <IconButton icon="close" name={t("unplaced.close")} size={16} onClick={close} />
      </header>
      <Groups />
    </section>
  );
}
