import { batch, effect, type Signal, signal, untracked } from "@preact/signals";
import { account } from "../../account/session.ts";
import type { PlanFeature } from "../../api/types.ts";
import { kindOfCollection } from "../../catalogue.ts";
import { change, geometry, isEmpty, open, snappedToSchematic, takeMode } from "../../drawing/editor.ts";
import { type Drawn, EMPTY_AREA, isLine, linesOf, ofLines, ofParts, partsOf } from "../../drawing/geometry.ts";
import { type KeptDrawing, keepDrawing } from "../../drawing/kept.ts";
import type { Mode } from "../../drawing/place.ts";
import { DRAW_TOOL, NO_TOOL, tool } from "../../viewport/tool.ts";
import { drawnOf } from "../geometry-text.ts";
import { asStored, type Proposed } from "../proposed.ts";

/** The ways to draw what a collection may have: its geometry type in the catalogue says lines or areas. */
const MODES: Readonly<Record<"line" | "area", readonly Mode[]>> = {
  line: ["edit", "line", "whole"],
  area: ["edit", "polygon", "rectangle", "rectangle-three", "hole", "split", "cut", "whole"],
};
export const modesOf = (collection: string): readonly Mode[] =>
  MODES[kindOfCollection(collection) === "line" ? "line" : "area"];

export const keptShape = signal<KeptDrawing | null>(null);

/** A line is stored as many of one; it is drawn as one. What cannot be drawn is drawn anew. */
export function asDrawn(stored: unknown): Drawn {
  const drawn = drawnOf(stored);
  if (!drawn || drawn.type === "Point") return drawn ?? EMPTY_AREA;
  return isLine(drawn) ? ofLines(linesOf(drawn)) : ofParts(partsOf(drawn));
}

const isSame = (a: Drawn, b: Drawn): boolean => JSON.stringify(a) === JSON.stringify(b);

type Shape = { collection: string; feature: PlanFeature; place: Signal<Proposed | null> };

/**
 * Takes the place of a line or an area in hand: what is drawn is proposed, and what is proposed in another way is drawn, as
 * a step that can be taken back. It goes on until what is returned is called; the browser keeps it until then.
 */
export function startShapeDrawing({ collection, feature, place }: Shape): () => void {
  const standing = feature.geometry;
  const proposed = () => asDrawn(place.peek() ? place.peek()?.geometry : standing);
  open(proposed(), modesOf(collection)[1]);
  const opened = JSON.stringify(geometry.peek()).slice(0, 2000);
  const stops = [
    effect(() => {
      const now = geometry.value;
      untracked(() => {
        if (!isSame(now, proposed())) place.value = proposalOf(collection, now, standing);
      });
    }),
    effect(() => {
      void place.value;
      untracked(() => {
        const wanted = proposed();
        if (isSame(geometry.peek(), wanted)) return;
        takeMode("edit");
        change({ kind: "replace", geometry: wanted });
      });
    }),
    effect(() => {
      if (tool.value === NO_TOOL) tool.value = DRAW_TOOL;
    }),
  ];
  tool.value = DRAW_TOOL;
  const { code, version } = feature.properties;
  const of = `correction ${account.peek()?.id ?? ""} ${collection}/${code}`;
  const kept = keepDrawing(of, () => `${version} ${opened}`);
  keptShape.value = kept;
  return () =>
    batch(() => {
      for (const stop of stops) stop();
      // what is proposed stays with the form
      void kept.stop(true);
      keptShape.value = null;
      if (tool.peek() === DRAW_TOOL) tool.value = NO_TOOL;
      open(EMPTY_AREA);
    });
}

/** Nothing where it is drawn as it stands. */
function proposalOf(collection: string, drawn: Drawn, standing: PlanFeature["geometry"]): Proposed | null {
  if (isSame(drawn, asDrawn(standing))) return null;
  return {
    geometry: isEmpty(drawn) ? null : asStored(collection, drawn),
    sharedWith: null,
    isOnSchematic: snappedToSchematic.peek(),
  };
}
