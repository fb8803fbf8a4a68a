import { Icon } from "../controls/icons.tsx";
import { formatNumber } from "../language/format.ts";
import { t } from "../language/t.ts";
import { language } from "../language/view.ts";
import { unplacedCount } from "./unplaced.ts";
import { trayOpen, trayPark } from "./view.ts";

/** At the edge of the map: how much of what is shown has no place on it. */
export function TrayHandle() {
  if (unplacedCount.value === 0) return null;
  return (
    <button
      type="button"
      class="button unplaced-handle surface"
      aria-expanded={trayOpen.value}
      data-map-obstacle
      onClick={() => {
        trayPark.value = null;
        trayOpen.value = !trayOpen.value;
      }}
    >
      <Icon name="pin" size={16} />
      {t("unplaced.title", { count: formatNumber(unplacedCount.value, language.value) })}
    </button>
  );
}
