import { useSignal } from "@preact/signals";
import { t } from "../language/t.ts";
import { isBegun } from "./editor.ts";
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
    <form class="next-edge" onSubmit={submit}>
      <label>
        {t("draw.next_length")}
        <input
          id="next-length"
          inputMode="decimal"
          autocomplete="off"
          value={length.value}
          aria-invalid={isWrong.value}
          onInput={({ currentTarget }) => {
            length.value = currentTarget.value;
          }}
        />
      </label>
      <label>
        {t("draw.next_bearing")}
        <input
          inputMode="decimal"
          autocomplete="off"
          value={bearing.value}
          aria-invalid={isWrong.value}
          onInput={({ currentTarget }) => {
            bearing.value = currentTarget.value;
          }}
        />
      </label>
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
