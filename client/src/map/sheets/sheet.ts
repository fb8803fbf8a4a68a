import type { Box } from "../../geo/line.ts";
import { grown, overlap } from "../../geo/polygon.ts";
import type { Primitive } from "../../symbols/primitives.ts";
import type { Painter } from "../canvas/painter.ts";
import { extent } from "../extent.ts";
import type { PlanLayer } from "../plan-layer.ts";

/** Halos reach out of the box they belong to. */
const HALO_PX = 8;

/**
 * Paints a sheet on the page; `within` when nothing of it lies outside. An empty one is not painted: the browser would
 * copy it all the same.
 */
export function paintSheet(
  layer: PlanLayer,
  paint: Painter,
  canvas: HTMLCanvasElement,
  primitives: readonly Primitive[],
  within?: Box,
): void {
  canvas.hidden = primitives.length === 0;
  if (canvas.hidden) return;
  const origin = layer.origin();
  layer.paint(
    canvas,
    (context, corner) => paint(context, primitives, origin, corner),
    within && grown(within, HALO_PX),
  );
}

/** Near the ground most of the plan lies outside: what cannot be seen is not painted. */
export function withinFrame(
  primitives: readonly Primitive[],
  { width, height }: { width: number; height: number },
): Primitive[] {
  const frame = { left: 0, top: 0, right: width, bottom: height };
  return primitives.filter((primitive) => overlap(extent([primitive]), frame));
}
