import type { Signal } from "@preact/signals";
import { useLayoutEffect } from "preact/hooks";
import type { PlanFeature } from "../../api/types.ts";
import { DrawSpoken } from "../../drawing/draw-size.tsx";
import { DrawTools } from "../../drawing/draw-tools.tsx";
import { KeptNotice } from "../../drawing/kept-notice.tsx";
import { stepBack } from "../../drawing/steps.ts";
import { isComposing } from "../../keyboard/keyboard.ts";
import { t } from "../../language/t.ts";
import { page } from "../../layout/view.ts";
import type { Proposed } from "../proposed.ts";
import { keptShape, modesOf, startShapeDrawing } from "./shape-drawing.ts";

type Props = {
  collection: string;
  feature: PlanFeature;
  place: Signal<Proposed | null>;
  isDrawing: Signal<boolean>;
};

/** The place of a line or an area, drawn on the map: from what stands there, or from nothing. */
export function DrawShape({ isDrawing, ...of }: Props) {
  const isThere = of.place.value ? of.place.value.geometry : of.feature.geometry;
  return (
    <>
      <button
        type="button"
        class="button"
        aria-expanded={isDrawing.value}
        onClick={() => {
          // the page that asks the plan about a drawing has the same one in hand
          if (page.peek() === "here") page.value = "map";
          isDrawing.value = !isDrawing.peek();
        }}
      >
        {t(isDrawing.value ? "changes.draw_end" : isThere ? "changes.draw" : "changes.draw_new")}
      </button>
      {isDrawing.value && <Drawing {...of} />}
    </>
  );
}

function Drawing(of: Omit<Props, "isDrawing">) {
  // in hand before anybody sees it: a press right after is a corner already
  useLayoutEffect(() => startShapeDrawing(of), []);
  // Esc is a step back of the drawing, and closes the form only when there is none
  const back = (event: KeyboardEvent) => {
    if (event.key === "Escape" && !event.defaultPrevented && !isComposing(event) && stepBack()) event.preventDefault();
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it keeps a key from the sheet around, and is no control
    <div class="change-drawing" onKeyDown={back}>
      <KeptNotice kept={keptShape.value} />
      <DrawTools modes={modesOf(of.collection)} />
      <DrawSpoken />
    </div>
  );
}
