import { t } from "../language/t.ts";
import type { KeptDrawing } from "./kept.ts";
import "./parts/words.ts";

/** That another tab works on the same drawing, or that this browser keeps nothing: whoever draws has to know. */
export function KeptNotice({ kept }: { kept: KeptDrawing | null }) {
  const state = kept?.state.value;
  if (!kept || state === undefined || state === "kept" || state === "reading") return null;
  return (
    <div class="draw-kept" role="alert">
      <p>{t(`draw.kept_${state}` as const)}</p>
      {state !== "failed" && (
        <button type="button" class="button" onClick={kept.take}>
          {t("draw.kept_take")}
        </button>
      )}
    </div>
  );
}
