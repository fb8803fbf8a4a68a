import { effect, type Signal, untracked, useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { type Key, t } from "../../language/t.ts";
import { aim } from "../editor.ts";
import { FigureField } from "../figure-field.tsx";
import { FigureForm } from "../figure-form.tsx";
import {
  AREA_UNITS,
  type AreaUnit,
  applyArea,
  areaText,
  areaUnit,
  canSetArea,
  chosenEdge,
  type Giving,
  giving,
  isAlongSide,
  isWanted,
  noteSide,
  type Side,
  side,
} from "../wanted-area.ts";

const UNITS = Object.keys(AREA_UNITS) as AreaUnit[];
const GIVING: readonly Giving[] = ["edge", "whole"];
const SIDES: readonly Side[] = ["left", "right"];

/** An area that is typed: the edge that is chosen gives way, all of it, or the depth of a rectangle along a road. */
export function AreaForm() {
  const isWrong = useSignal(false);
  useEffect(() => {
    isWanted.value = true;
    const stop = effect(() => {
      void [aim.value, isAlongSide.value];
      untracked(noteSide);
    });
    return () => {
      stop();
      isWanted.value = false;
    };
  }, []);
  const apply = () => {
    isWrong.value = !applyArea();
  };
  const isEdge = giving.value === "edge";
  return (
    <FigureForm
      act={t("draw.area_apply")}
      disabled={!canSetArea.value}
      onAct={apply}
      notes={
        <>
          {isAlongSide.value && <p class="note">{t("draw.area_along")}</p>}
          {!isAlongSide.value && isEdge && !chosenEdge.value && <p class="note">{t("draw.area_choose")}</p>}
          {isWrong.value && (
            <p class="note" role="alert">
              {t("draw.area_wrong")}
            </p>
          )}
        </>
      }
    >
      <FigureField label={t("draw.area_figure")} text={areaText} isWrong={isWrong.value} />
      <Choice name="area_unit" of={UNITS} chosen={areaUnit} />
      {isAlongSide.value ? (
        <Choice name="area_side" of={SIDES} chosen={side} />
      ) : (
        <Choice name="area_giving" of={GIVING} chosen={giving} />
      )}
    </FigureForm>
  );
}

type ChoiceProps<Value extends string> = { name: string; of: readonly Value[]; chosen: Signal<Value> };
function Choice<Value extends string>({ name, of, chosen }: ChoiceProps<Value>) {
  return (
    <label>
      {t(`draw.${name}` as Key)}
      <select
        value={chosen.value}
        onChange={({ currentTarget }) => {
          chosen.value = currentTarget.value as Value;
        }}
      >
        {of.map((value) => (
          <option key={value} value={value}>
            {t(`draw.${name}_${value}` as Key)}
          </option>
        ))}
      </select>
    </label>
  );
}
