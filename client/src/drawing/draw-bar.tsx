import type { IconName } from "../controls/icons.tsx";
import { focusSoon } from "../controls/panel-focus.ts";
import { Popover } from "../controls/popover.tsx";
import { ChoiceList, RadioGroup } from "../controls/radio-group.tsx";
import { type Key, t } from "../language/t.ts";
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
import { ToolButton, ToolFace } from "./tool-button.tsx";
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

type Props = {
  /** Those that the drawing may have. */
  modes: readonly Mode[];
  /** Each picture has its word below it. */
  isLabelled?: boolean;
};

/** What a press on the map does, and what can be done to what is drawn. */
export function DrawBar({ modes, isLabelled = false }: Props) {
  const word = (of: string) => (isLabelled ? t(`draw.short_${of}` as Key) : null);
  const undone = log.value.done.length || "";
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
    <div class="draw-bar" data-labelled={isLabelled || undefined} role="group" aria-label={t("draw.title")}>
      <RadioGroup
        label={t("draw.mode")}
        class="draw-modes"
        optionClass={isLabelled ? "draw-tool" : "icon-button"}
        value={mode.value}
        options={modes.map((value) => ({
          value,
          label: <ToolFace icon={icons[value]} label={word(value)} />,
          name: t(`draw.${value}` as const),
          disabled: (AREA_MODES.includes(value) && !hasArea) || (EDITS.includes(value) && isEmpty(drawn)),
        }))}
        onChange={takeMode}
        // the keys that draw are those of the map
        onPress={() => focusSoon("#map")}
      />
      <span class="draw-acts">
        <ToolButton
          icon="undo"
          name={`${t("draw.undo")} ${undone}`.trim()}
          label={isLabelled ? `${t("draw.undo")} ${undone}`.trim() : null}
          disabled={log.value.done.length === 0}
          onClick={undoStep}
        />
        <ToolButton
          icon="redo"
          name={t("draw.redo")}
          label={isLabelled ? t("draw.redo") : null}
          disabled={log.value.undone.length === 0}
          onClick={redoStep}
        />
        {drawsAreas(modes) && (
          <>
            <ToolButton
              icon="rightAngle"
              name={t("draw.right_angles")}
              label={word("right_angles")}
              disabled={!hasArea || isBegun.value}
              onClick={square}
            />
            <ToolButton
              icon="merge"
              name={t("draw.merge")}
              label={word("merge")}
              disabled={drawn.type !== "MultiPolygon" || isBegun.value}
              onClick={join}
            />
          </>
        )}
        <SnapChoice label={word("snap")} />
        <ToolButton
          icon="trash"
          name={t("draw.clear")}
          label={isLabelled ? t("draw.clear") : null}
          disabled={isEmpty(drawn)}
          onClick={clear}
        />
      </span>
      <Next />
    </div>
  );
}

function SnapChoice({ label }: { label: string | null }) {
  return (
    <Popover
      label={t(`draw.snap_${snapping.value}` as const)}
      buttonClass={label === null ? "icon-button" : "draw-tool"}
      button={<ToolFace icon="magnet" label={label} />}
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
