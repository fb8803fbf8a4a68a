import { formatLength } from "../language/format.ts";
import { t } from "../language/t.ts";
import { language } from "../language/view.ts";
import { metresPerPixel } from "../viewport/map-link.ts";

const WIDEST_PX = 110;
/** A shorter bar has no room for the figure of its middle beside that of its end. */
const WITH_MIDDLE_PX = 72;

/** The longest 1, 2 or 5 that fits: 1 km, 500 m … */
export function scaleLength(perPixel: number, widest = WIDEST_PX): number {
  const room = perPixel * widest;
  const power = 10 ** Math.floor(Math.log10(room));
  return ([5, 2, 1].find((factor) => factor * power <= room) ?? 1) * power;
}

/** Lengths on this sheet are read off here; a ratio on a screen of unknown size would be wrong. */
export function ScaleBar() {
  const perPixel = metresPerPixel.value;
  if (perPixel <= 0) return null;
  const metres = scaleLength(perPixel);
  const pixels = metres / perPixel;
  const [number, unit] = formatLength(metres, language.value).split("\u2009");
  const half = metres >= 2000 || metres < 1000 ? formatLength(metres / 2, language.value).split("\u2009")[0] : "0.5";
  return (
    <div
      class="scale-bar surface"
      role="img"
      aria-label={t("map.scale", { length: `${number} ${unit}` })}
      data-map-obstacle
    >
      <div class="scale-bar-body" style={{ width: `${pixels + 22}px` }}>
        <div class="scale-marks" aria-hidden="true">
          <span style={{ left: "4px" }}>0</span>
          {pixels >= WITH_MIDDLE_PX && <span style={{ left: `${pixels / 2}px` }}>{half}</span>}
          <span style={{ left: `${pixels}px` }}>
            {number} {unit}
          </span>
        </div>
        <div class="scale-line" style={{ width: `${pixels}px` }}>
          <i />
          <i />
        </div>
      </div>
    </div>
  );
}
