import { IconButton } from "../controls/icon-button.tsx";
import { usePanelFocus } from "../controls/panel-focus.ts";
import { formatLandArea, formatLength } from "../language/format.ts";
import { t } from "../language/t.ts";
import { language } from "../language/view.ts";
import { mapRequest, measurement } from "../viewport/map-link.ts";
import { hasOwnPanel, NO_TOOL, PLACE_TOOL, tool } from "../viewport/tool.ts";

/** What the measure tool says; it measures the drawing, and the drawing is schematic. */
export function MeasurePanel() {
  return hasOwnPanel.value && tool.value !== PLACE_TOOL ? <Measuring key={tool.value} /> : null;
}

/** The arrow keys move the map below the crosshair, wherever in the panel the focus is. */
const PAN_PX = 48;
const arrows: Record<string, [number, number]> = {
  ArrowLeft: [-PAN_PX, 0],
  ArrowRight: [PAN_PX, 0],
  ArrowUp: [0, -PAN_PX],
  ArrowDown: [0, PAN_PX],
};
function onArrow(event: KeyboardEvent): void {
  const by = arrows[event.key];
  if (!by) return;
  event.preventDefault();
  mapRequest.value = { kind: "pan", by };
}

function Measuring() {
  const heading = usePanelFocus("measure");
  const result = measurement.value;
  const isArea = tool.value === "measure-area";
  const enough = result !== null && result.points >= (isArea ? 3 : 2);
  return (
    <section
      class="measure surface"
      aria-label={t(isArea ? "measure.area" : "measure.line")}
      data-map-obstacle
      data-panel
      onKeyDown={onArrow}
    >
      <div class="measure-head">
        <h2 ref={heading} tabIndex={-1}>
          {t(isArea ? "measure.area" : "measure.line")}
        </h2>
        <IconButton
          icon="close"
          name={t("measure.close")}
          size={16}
          onClick={() => {
            tool.value = NO_TOOL;
          }}
        />
      </div>
      <div aria-live="polite">
        {enough ? (
          <>
            <p class="measure-value">
              ≈{" "}
              {isArea
                ? formatLandArea(result.area_m2, language.value).split(" · ")[0]
                : formatLength(result.length_m, language.value)}
            </p>
            {isArea && <p>{formatLandArea(result.area_m2, language.value).split(" · ").slice(1).join(" · ")}</p>}
            {isArea && (
              <p class="note">{t("measure.perimeter", { length: formatLength(result.length_m, language.value) })}</p>
            )}
          </>
        ) : (
          <p>{t(isArea ? "measure.hint_area" : "measure.hint_line")}</p>
        )}
      </div>
      <p class="note">{t("measure.note")}</p>
      <div class="measure-actions">
        <button
          type="button"
          class="button"
          disabled={!result || result.points === 0}
          onClick={() => {
            mapRequest.value = { kind: "measure-clear" };
          }}
        >
          {t("measure.clear")}
        </button>
      </div>
    </section>
  );
}
