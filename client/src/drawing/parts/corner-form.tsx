import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { t } from "../../language/t.ts";
import { active, geometry } from "../editor.ts";
import { FigureField } from "../figure-field.tsx";
import { FigureForm } from "../figure-form.tsx";
import { hasVertex, verticesAt } from "../geometry.ts";
import { isNearPlan } from "../near-plan.ts";
import { figureOf } from "../next-edge.ts";
import { fromPlane, toPlane } from "../plane.ts";
import { moveActive } from "../vertices.ts";

/** A millimetre is as much as anybody types. */
const DIGITS = 3;

/** The corner that is chosen by its coordinates, and where it goes when others are typed. */
export function CornerForm() {
  const [north, east] = [useSignal(""), useSignal("")];
  const isWrong = useSignal(false);
  const at = active.value;
  const position = at && hasVertex(geometry.value, at) ? verticesAt(geometry.value, at)[at.index] : null;
  useEffect(() => {
    if (!position) return;
    const [x, y] = toPlane(position);
    [north.value, east.value, isWrong.value] = [y.toFixed(DIGITS), x.toFixed(DIGITS), false];
  }, [position?.[0], position?.[1]]);
  if (!at || !position) return null;
  const move = () => {
    const [y, x] = [figureOf(north.value), figureOf(east.value)];
    const to = x === null || y === null ? null : fromPlane([x, y]);
    isWrong.value = !to || !isNearPlan(to);
    if (to && !isWrong.value) moveActive(to);
  };
  const title = t("draw.corner_title", { index: at.index + 1 });
  return (
    <FigureForm
      label={title}
      act={t("draw.corner_move")}
      onAct={move}
      notes={
        isWrong.value && (
          <p class="note" role="alert">
            {t("draw.corner_wrong")}
          </p>
        )
      }
    >
      <p class="note">{title}</p>
      <FigureField label={t("draw.corner_north")} text={north} isWrong={isWrong.value} />
      <FigureField label={t("draw.corner_east")} text={east} isWrong={isWrong.value} />
    </FigureForm>
  );
}
