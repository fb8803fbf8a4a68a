import { IconButton } from "../controls/icon-button.tsx";
import { Icon, type IconName } from "../controls/icons.tsx";
import { focusSoon } from "../controls/panel-focus.ts";
import { Popover } from "../controls/popover.tsx";
import { ChoiceList, RadioGroup } from "../controls/radio-group.tsx";
import { t } from "../language/t.ts";
import {
  active,
  begun,
  change,
  clear,
  finish,
  geometry,
  isBegun,
  isEmpty,
  log,
  mode,
  placeAtCrosshair,
  takeMode,
} from "./editor.ts";
import { isArea, partsOf } from "./geometry.ts";
import { drawsAreas, type Mode } from "./place.ts";
import { say } from "./said.ts";
import { SNAPPING, snapping } from "./snapping.ts";
import { redoStep, undoStep } from "./steps.ts";
import { canDeleteRing, deleteActive, deleteActiveRing, drawOn, endOfLine, insertAfterActive } from "./vertices.ts";
import "./parts/words.ts";
import "./drawing.css";

const icons: Record<Mode, IconName> = {
  edit: "edit",
  whole: "expand",
  point: "pin",
  line: "minus",
  polygon: "polygon",
  rectangle: "rectangle",
  "rectangle-three": "tilted",
  hole: "hole",
  split: "split",
  cut: "cut",
};

/** What is done to whatever is there. */
const EDITS: readonly Mode[] = ["edit", "whole"];
/** What is done to an area that is there. */
const AREA_MODES: readonly Mode[] = ["hole", "split", "cut"];

/** What a press on the map does, and what can be done to what is drawn. `modes`: those that the drawing may have. */
export function DrawBar({ modes }: { modes: readonly Mode[] }) {
  const drawn = geometry.value;
  const hasArea = isArea(drawn) && !isEmpty(drawn);
  const square = () => {
    change({ kind: "right-angles" });
    say("squared");
  };
  const join = () => {
    change({ kind: "merge" });
    say("merged", { count: partsOf(geometry.value).length });
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a toolbar's group of buttons
    <div class="draw-bar" role="group" aria-label={t("draw.title")}>
      <RadioGroup
        label={t("draw.mode")}
        class="draw-modes"
        optionClass="icon-button"
        value={mode.value}
        options={modes.map((value) => ({
          value,
          label: <Icon name={icons[value]} />,
          name: t(`draw.${value}` as const),
          disabled: (AREA_MODES.includes(value) && !hasArea) || (EDITS.includes(value) && isEmpty(drawn)),
        }))}
        onChange={takeMode}
        // the keys that draw are those of the map
        onPress={() => focusSoon("#map")}
      />
      <span class="draw-acts">
        <IconButton
          icon="undo"
          name={`${t("draw.undo")} ${log.value.done.length || ""}`.trim()}
          disabled={log.value.done.length === 0}
          onClick={undoStep}
        />
        <IconButton icon="redo" name={t("draw.redo")} disabled={log.value.undone.length === 0} onClick={redoStep} />
        {drawsAreas(modes) && (
          <>
            <IconButton
              icon="rightAngle"
              name={t("draw.right_angles")}
              disabled={!hasArea || isBegun.value}
              onClick={square}
            />
            <IconButton
              icon="merge"
              name={t("draw.merge")}
              disabled={drawn.type !== "MultiPolygon" || isBegun.value}
              onClick={join}
            />
          </>
        )}
        <SnapChoice />
        <IconButton icon="trash" name={t("draw.clear")} disabled={isEmpty(drawn)} onClick={clear} />
      </span>
      <Next />
    </div>
  );
}

function SnapChoice() {
  return (
    <Popover
      label={t(`draw.snap_${snapping.value}` as const)}
      buttonClass="icon-button"
      button={<Icon name="magnet" />}
    >
      {(close) => (
        <ChoiceList
          label={t("draw.snap")}
          value={snapping.value}
          options={SNAPPING.map((value) => ({ value, label: t(`draw.snap_${value}` as const) }))}
          onChange={(value) => {
            snapping.value = value;
          }}
          onPress={close}
        />
      )}
    </Popover>
  );
}

/** The step that comes next, as a button: no corner has to be hit by a finger, and none by a key alone. */
function Next() {
  const place = () => {
    placeAtCrosshair.value += 1;
  };
  if (EDITS.includes(mode.value))
    return active.value ? (
      <span class="draw-next">
        {endOfLine() && (
          <button type="button" class="button" onClick={drawOn}>
            {t("draw.draw_on")}
          </button>
        )}
        {endOfLine() !== "end" && (
          <button type="button" class="button" onClick={insertAfterActive}>
            {t("draw.insert")}
          </button>
        )}
        <button type="button" class="button" onClick={deleteActive}>
          {t("draw.delete")}
        </button>
        {canDeleteRing() && (
          <button type="button" class="button" onClick={deleteActiveRing}>
            {t(active.value.ring > 0 ? "draw.delete_hole" : "draw.delete_part")}
          </button>
        )}
      </span>
    ) : null;
  return (
    <span class="draw-next">
      <button type="button" class="button" onClick={place}>
        {t("draw.place")}
      </button>
      {(begun.value.loose || (mode.value === "cut" && isBegun.value)) && (
        <button type="button" class="button button-primary" onClick={finish}>
          {t("draw.finish")}
        </button>
      )}
    </span>
  );
}
