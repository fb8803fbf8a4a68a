import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { type Key, t } from "../../language/t.ts";
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
} from "../wanted-area.ts";

const GIVING: readonly Giving[] = ["edge", "whole"];

/** An area that is typed: the edge that is chosen gives way, all of it, or the depth of a rectangle along a road. */
export function AreaForm() {
  const isWrong = useSignal(false);
  useEffect(() => {
    isWanted.value = true;
    return () => {
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
      <label>
        {t("draw.area_unit")}
        <select
          value={areaUnit.value}
          onChange={({ currentTarget }) => {
            areaUnit.value = currentTarget.value as AreaUnit;
          }}
        >
          {Object.keys(AREA_UNITS).map((unit) => (
            <option key={unit} value={unit}>
              {t(`draw.area_unit_${unit}` as Key)}
            </option>
          ))}
        </select>
      </label>
      {!isAlongSide.value && (
        <label>
          {t("draw.area_giving")}
          <select
            value={giving.value}
            onChange={({ currentTarget }) => {
              giving.value = currentTarget.value as Giving;
            }}
          >
            {GIVING.map((way) => (
              <option key={way} value={way}>
                {t(`draw.area_giving_${way}` as Key)}
              </option>
            ))}
          </select>
        </label>
      )}
    </FigureForm>
  );
}
