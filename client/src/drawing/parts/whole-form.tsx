import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { t } from "../../language/t.ts";
import { geometry, isEmpty, mode, takeMode } from "../editor.ts";
import { FigureField } from "../figure-field.tsx";
import { FigureForm } from "../figure-form.tsx";
import { figureOf, LONGEST_M } from "../next-edge.ts";
import { moveWhole, turnWhole } from "../whole.ts";

/** Moves and turns all of it by figures; while it is open hands and keys do so too. */
export function WholeForm() {
  const [east, north, degrees] = [useSignal(""), useSignal(""), useSignal("")];
  const isWrong = useSignal(false);
  useEffect(() => {
    if (!isEmpty(geometry.peek())) takeMode("whole");
    return () => {
      if (mode.peek() === "whole") takeMode("edit");
    };
  }, []);
  const moveAndTurn = () => {
    // what is left empty stays as it is
    const figures = [east, north, degrees].map(({ value }) => figureOf(value.trim() === "" ? "0" : value));
    const [x, y, turn] = figures;
    isWrong.value = figures.includes(null) || Math.hypot(x ?? 0, y ?? 0) > LONGEST_M;
    if (isWrong.value) return;
    moveWhole(x ?? 0, y ?? 0);
    turnWhole(turn ?? 0);
    for (const text of [east, north, degrees]) text.value = "";
  };
  return (
    <FigureForm
      act={t("draw.whole_apply")}
      disabled={isEmpty(geometry.value)}
      onAct={moveAndTurn}
      notes={
        isWrong.value && (
          <p class="note" role="alert">
            {t("draw.whole_wrong")}
          </p>
        )
      }
    >
      <p class="note">{t("draw.whole_hint")}</p>
      <FigureField label={t("draw.whole_east")} text={east} isWrong={isWrong.value} />
      <FigureField label={t("draw.whole_north")} text={north} isWrong={isWrong.value} />
      <FigureField label={t("draw.whole_degrees")} text={degrees} isWrong={isWrong.value} />
    </FigureForm>
  );
}
