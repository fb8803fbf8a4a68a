import type * as L from "leaflet";
import { product } from "../catalogue.ts";
import { collections } from "../features/plan.ts";
import type { Box } from "../geo/line.ts";
import { layers } from "../layers/view.ts";
import type { Primitive } from "../symbols/primitives.ts";
import { drawnAs } from "../symbols/style.ts";
import { insets } from "../viewport/map-link.ts";
import type { Measure } from "./labels/block.ts";
import { type HitTarget, type SceneContext, strengthOf } from "./scene/context.ts";
import { buildEdgeSign, edgeSigns } from "./scene/hubs.ts";

/** Arrows to the hubs beyond the window, as long as the zone is in it. */
export function buildOffViewHubs(
  context: SceneContext,
  map: L.Map,
  panels: readonly Box[],
  others: readonly Box[],
  view: Box,
  measure: Measure,
): { primitives: Primitive[]; boxes: Box[]; hits: HitTarget[] } {
  const nothing = { primitives: [], boxes: [], hits: [] };
  const shown = drawnAs("hub").filter((id) => layers.peek().some((layer) => layer.id === id && layer.visible));
  if (shown.length === 0) return nothing;
  const features = shown.flatMap((id) =>
    (collections.peek().get(id) ?? []).filter((feature) => strengthOf(context, id, feature) !== null),
  );
  const homeOf = (code: string) =>
    shown.find((id) =>
      collections
        .peek()
        .get(id)
        ?.some((feature) => feature.id === code),
    ) ?? "";
  const [west, south, east, north] = product.bbox as [number, number, number, number];
  if (
    !map.getBounds().intersects([
      [south, west],
      [north, east],
    ])
  )
    return nothing;
  const { top, right, bottom, left } = insets.peek();
  const open = { left: view.left + left, top: view.top + top, right: view.right - right, bottom: view.bottom - bottom };
  const signs = edgeSigns(context, features, { view, open, panels, signs: others }, (text, size) =>
    measure(text, { size, weight: 600, family: "sans" }),
  );
  return {
    primitives: signs.flatMap((sign) => buildEdgeSign(context, sign)),
    boxes: signs.map((sign) => sign.box),
    hits: signs.map(({ code, at }) => ({
      ref: { collection: homeOf(code), code },
      kind: "point",
      lines: [[at]],
      reach: 18,
    })),
  };
}
