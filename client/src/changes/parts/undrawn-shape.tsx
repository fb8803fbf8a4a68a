import { geometry, isEmpty } from "../../drawing/editor.ts";
import { t } from "../../language/t.ts";
import { undrawn } from "./site-state.ts";

/** That the draft has a shape although none is seen, and the way to give it up. */
export function UndrawnShape() {
  if (!undrawn.value || !isEmpty(geometry.value)) return null;
  return (
    <div class="draw-kept" role="status">
      <p>{t("site.undrawn", { type: String(undrawn.value.type) })}</p>
      <button
        type="button"
        class="button"
        onClick={() => {
          undrawn.value = null;
        }}
      >
        {t("site.undrawn_drop")}
      </button>
    </div>
  );
}
