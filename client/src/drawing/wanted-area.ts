import { batch, computed, signal } from "@preact/signals";
import { MU_M2 } from "../language/format.ts";
import { active, aim, begun, change, geometry, isEmpty, mode } from "./editor.ts";
import { NotThere, partsOf, type VertexAt, verticesAt } from "./geometry.ts";
import { figureOf } from "./next-edge.ts";
import { rectangleOfArea } from "./operations/set-area.ts";
import { toPlane } from "./plane.ts";
import { say } from "./said.ts";

/** "Exactly 196 亩 along this road": an area that is typed, and what has to give way for it. */

/** Square metres of each unit. 1 亩 is a fifteenth of a hectare. */
export const AREA_UNITS = { mu: MU_M2, ha: 10_000, m2: 1 } as const;
export type AreaUnit = keyof typeof AREA_UNITS;
export type Giving = "edge" | "whole";
export type Side = "left" | "right";

export const areaText = signal("");
export const areaUnit = signal<AreaUnit>("mu");
export const giving = signal<Giving>("edge");
/** Of the way from the first corner of a rectangle along a road to the second. */
export const side = signal<Side>("left");
/** Whether its panel is open: the edge that would move is shown then. */
export const isWanted = signal(false);

/** A site, and no province: in square metres. */
const LARGEST_M2 = 1e10;
/** Null where what is typed is no size of an area. */
export function wantedSquareMetres(): number | null {
  const figure = figureOf(areaText.value);
  const area = figure === null ? 0 : figure * AREA_UNITS[areaUnit.value];
  return area > 0 && area <= LARGEST_M2 ? area : null;
}

/** The side of a rectangle that has its two first corners: its depth follows from the area. */
export const isAlongSide = computed(() => mode.value === "rectangle-three" && begun.value.pending.length === 2);
/** The edge that would move: the one that follows the corner that is chosen. */
export const chosenEdge = computed<VertexAt | null>(() =>
  isWanted.value && giving.value === "edge" && geometry.value.type.endsWith("Polygon") ? active.value : null,
);
export const canSetArea = computed(
  () => isAlongSide.value || (giving.value === "edge" ? chosenEdge.value !== null : !isEmpty(geometry.value)),
);

/** False, and said, where it cannot be; the drawing stays then. */
export function applyArea(): boolean {
  const area_m2 = wantedSquareMetres();
  if (area_m2 === null) return false;
  if (isAlongSide.value) return alongSide(area_m2);
  const edge = giving.value === "edge" ? chosenEdge.value : null;
  try {
    if (!canSetArea.value) throw new NotThere("an edge that gives way");
    if (change({ kind: "set-area", area_m2, edge })) say("area_set");
  } catch (fault) {
    if (!(fault instanceof NotThere)) throw fault;
    say("area_unreachable");
  }
  return true;
}

/** To the side that is chosen. */
function alongSide(area_m2: number): boolean {
  const [from, to] = begun.value.pending;
  const ring = from && to && rectangleOfArea(from, to, area_m2, side.value === "left");
  if (!ring) {
    say("area_unreachable");
    return true;
  }
  batch(() => {
    const drawn = geometry.value;
    const isSchematic = begun.value.isSchematic === true;
    begun.value = { loose: null, pending: [] };
    mode.value = "edit";
    aim.value = null;
    const part = partsOf(drawn).length;
    change(
      drawn.type.endsWith("Polygon")
        ? { kind: "add-part", part, rings: [ring] }
        : { kind: "replace", geometry: { type: "Polygon", coordinates: [ring] } },
      { isSchematic },
    );
    active.value = { part, ring: 0, index: 2 };
    say("area_set");
  });
  return true;
}

/** The side where the pointer or the crosshair was last is the one that is meant, until another is chosen. */
export function noteSide(): void {
  const [from, to] = begun.value.pending;
  if (!isAlongSide.value || !from || !to || !aim.value) return;
  const [a, b, p] = [toPlane(from), toPlane(to), toPlane(aim.value)];
  side.value = (b[0] - a[0]) * (p[1] - a[1]) - (b[1] - a[1]) * (p[0] - a[0]) >= 0 ? "left" : "right";
}

/** The ends of the edge that would move, for the map. */
export const chosenEnds = computed(() => {
  const at = chosenEdge.value;
  if (!at) return null;
  const vertices = verticesAt(geometry.value, at);
  const [from, to] = [vertices[at.index], vertices[(at.index + 1) % vertices.length]];
  return from && to ? ([from, to] as const) : null;
});
