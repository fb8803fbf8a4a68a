import type { Primitive } from "../../symbols/primitives.ts";
import type { SceneLayer } from "./scene.ts";

/** The layers as sheets one over the other: neighbours that are painted share a canvas, pictures of tiles have their own. */
export type Sheet = { kind: "canvas"; primitives: Primitive[] } | { kind: "pane"; name: string; opacity: number };

export function stackOf(layers: readonly SceneLayer[]): Sheet[] {
  const stack: Sheet[] = [];
  for (const { id, primitives, tiled } of layers) {
    if (tiled !== undefined) stack.push({ kind: "pane", name: id, opacity: tiled });
    if (primitives.length === 0) continue;
    const top = stack.at(-1);
    if (top?.kind === "canvas") top.primitives.push(...primitives);
    else stack.push({ kind: "canvas", primitives: [...primitives] });
  }
  return stack;
}
