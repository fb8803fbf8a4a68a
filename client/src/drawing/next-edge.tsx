import { useSignal } from "@preact/signals";
import { t } from "../language/t.ts";
import { isBegun } from "./editor.ts";
import { FigureField } from "./figure-field.tsx";
import { lastCorner, placeNext } from "./next-edge.ts";
import "./parts/words.ts";

/** Length and bearing of the edge that comes next, typed; Enter places its end and the next one can be typed at once. */
export function NextEdge() {
  const length = useSignal("");
  const bearing = useSignal("");
  const isWrong = useSignal(false);
  if (!isBegun.value || !lastCorner()) return null;
  const submit = (event: Event) => {
    event.preventDefault();
    isWrong.value = !placeNext(length.value, bearing.value);
    if (isWrong.value) return;
    length.value = "";
    document.getElementById("next-length")?.focus();
  };
  return (
    <form class="draw-form" onSubmit={submit}>
      <FigureField label={t("draw.next_length")} text={length} isWrong={isWrong.value} id="next-length" />
      <FigureField label={t("draw.next_bearing")} text={bearing} isWrong={isWrong.value} />
      <button type="submit" class="button">
        {t("draw.next_place")}
      </button>
      {isWrong.value && (
        <p class="note" role="alert">
          {t("draw.next_wrong")}
        </p>
      )}
    </form>
  );
}
