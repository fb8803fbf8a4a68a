import { useSignal } from "@preact/signals";
import { t } from "../language/t.ts";
import { isBegun } from "./editor.ts";
import { FigureField } from "./figure-field.tsx";
import { FigureForm } from "./figure-form.tsx";
import { lastCorner, placeNext } from "./next-edge.ts";
import "./parts/words.ts";

/** Length and bearing of the edge that comes next, typed; Enter places its end and the next one can be typed at once. */
export function NextEdge() {
  const length = useSignal("");
  const bearing = useSignal("");
  const isWrong = useSignal(false);
  if (!isBegun.value || !lastCorner()) return null;
  const placeEnd = () => {
    isWrong.value = !placeNext(length.value, bearing.value);
    if (isWrong.value) return;
    length.value = "";
    document.getElementById("next-length")?.focus();
  };
  return (
    <FigureForm act={t("draw.next_place")} onAct={placeEnd} notes={isWrong.value && <Wrong />}>
      <FigureField label={t("draw.next_length")} text={length} isWrong={isWrong.value} id="next-length" />
      <FigureField label={t("draw.next_bearing")} text={bearing} isWrong={isWrong.value} />
    </FigureForm>
  );
}

const Wrong = () => (
  <p class="note" role="alert">
    {t("draw.next_wrong")}
  </p>
);
