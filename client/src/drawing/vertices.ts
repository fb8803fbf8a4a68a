import { batch } from "@preact/signals";
import type { Position } from "geojson";
import { active, begun, change, geometry, mode } from "./editor.ts";
import { EMPTY_AREA, isArea, isLine, linesOf, ringsOf, rounded, type VertexAt, verticesAt } from "./geometry.ts";
import type { Operation } from "./operations.ts";
import { fromPlane, toPlane } from "./plane.ts";
import { say } from "./said.ts";

/** What keys and presses on a handle do to a vertex of the drawing in hand. */

/** The next or the one before, over all rings. */
export function chooseNext(step: 1 | -1): void {
  const all = ringsOf(geometry.value).flatMap(({ at, vertices }) => vertices.map((_, index) => ({ ...at, index })));
  if (all.length === 0) return;
  const now = active.value;
  const place = now ? all.findIndex((one) => isSame(one, now)) : step > 0 ? -1 : 0;
  choose(all[(place + step + all.length) % all.length] ?? null);
}

export function choose(at: VertexAt | null): void {
  batch(() => {
    active.value = at;
    if (at) say("chosen", { index: at.index + 1, count: verticesAt(geometry.value, at).length });
  });
}

export const isSame = (a: VertexAt | null, b: VertexAt): boolean =>
  a !== null && a.part === b.part && a.ring === b.ring && a.index === b.index;

/** Moves the vertex that is chosen; one step with the move before. */
export function moveActive(to: Position): void {
  const at = active.value;
  if (!at) return;
  change({ kind: "move-vertex", at, position: rounded(to) }, { together: true });
  say("moved", { index: at.index + 1 });
}

/** The vertex that is chosen by metres of the plane. */
export function moveActiveBy(east: number, north: number): void {
  const position = active.value && verticesAt(geometry.value, active.value)[active.value.index];
  if (!position) return;
  const [x, y] = toPlane(position);
  moveActive(fromPlane([x + east, y + north]));
}

/** Where a line can be drawn on: the vertex that is chosen is one of its ends. */
export function endOfLine(): "start" | "end" | null {
  const at = active.value;
  if (!at || !isLine(geometry.value)) return null;
  if (at.index === verticesAt(geometry.value, at).length - 1) return "end";
  return at.index === 0 ? "start" : null;
}

/** Goes on drawing the line from the end that is chosen. */
export function drawOn(): void {
  const [at, from] = [active.value, endOfLine()];
  if (!at || !from) return;
  batch(() => {
    active.value = null;
    mode.value = "line";
    const vertices = verticesAt(geometry.value, at).length;
    begun.value = { loose: { part: at.part, ring: at.ring }, pending: [], goesOn: { from, vertices } };
    say("drawn_on");
  });
}

/** A vertex on the edge that follows the one that is chosen, and chooses it; after the last one of a line the line goes on. */
export function insertAfterActive(): void {
  const at = active.value;
  if (!at || geometry.value.type === "Point") return;
  if (endOfLine() === "end") {
    drawOn();
    return;
  }
  const vertices = verticesAt(geometry.value, at);
  const [a, b] = [vertices[at.index], vertices[(at.index + 1) % vertices.length]];
  if (!a || !b) return;
  batch(() => {
    change({ kind: "add-vertex", at: { ...at, index: at.index + 1 }, position: middle(a, b) });
    active.value = { ...at, index: at.index + 1 };
    say("inserted", { index: at.index + 2 });
  });
}

export function middle(a: Position, b: Position): Position {
  const [p, q] = [toPlane(a), toPlane(b)];
  return fromPlane([(p[0] + q[0]) / 2, (p[1] + q[1]) / 2]);
}

/** Takes the vertex that is chosen away; with the third of a ring the ring goes, with that of the outside the part. */
export function deleteActive(): void {
  const at = active.value;
  if (!at) return;
  batch(() => {
    change(deletionOf(at));
    active.value = null;
    say("deleted");
  });
}

function deletionOf(at: VertexAt): Operation {
  const drawn = geometry.value;
  const { length } = verticesAt(drawn, at);
  if (length > (isArea(drawn) ? 3 : 2)) return { kind: "delete-vertex", at };
  if (!isArea(drawn) && linesOf(drawn).length < 2) return { kind: "replace", geometry: EMPTY_AREA };
  return at.ring > 0 ? { kind: "delete-ring", at } : { kind: "delete-part", part: at.part };
}

/** A hole goes by itself; a part or a line where others stay. */
export const canDeleteRing = (): boolean =>
  active.value !== null && (active.value.ring > 0 || geometry.value.type.startsWith("Multi"));

/** Takes away the hole, or the part, of the vertex that is chosen. */
export function deleteActiveRing(): void {
  const at = active.value;
  if (!at || !canDeleteRing()) return;
  batch(() => {
    active.value = null;
    change(at.ring > 0 ? { kind: "delete-ring", at } : { kind: "delete-part", part: at.part });
    say(at.ring > 0 ? "hole_deleted" : "part_deleted");
  });
}
