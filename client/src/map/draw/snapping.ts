import type { Geometry, Position } from "geojson";
import * as L from "leaflet";
import type { PlanFeature } from "../../api/types.ts";
import { begun, geometry } from "../../drawing/editor.ts";
import { SURVEYED_M } from "../../drawing/from-feature.ts";
import { isLine, ringsOf, type VertexAt, verticesAt } from "../../drawing/geometry.ts";
import { buildSnapIndex, type SnapIndex, type SnapLine, snap } from "../../drawing/snap.ts";
import { caught, snapping } from "../../drawing/snapping.ts";
import { collections } from "../../features/plan.ts";
import { featureName } from "../../language/names.ts";
import { layers } from "../../layers/view.ts";
import type { Point } from "../../symbols/primitives.ts";
import { startNear } from "./near.ts";

const MOUSE_PX = 10;
const FINGER_PX = 18;
/** What lies as far beyond the window is caught as soon as the map has moved there. */
const MARGIN_PX = 200;

/** What was built, and of what: it is built anew when that is another. */
type Held = { readonly index: SnapIndex; readonly of: readonly unknown[] };

/**
 * Where a press goes that is near something: in pixels of the whole world at the zoom of the map, so that panning leaves
 * the index as it is. The plan's is built when the map has moved or what is to be caught has changed, and no move of a
 * hand waits for it; that of the drawing itself with every change of it.
 */
export function startSnapping(map: L.Map) {
  let plan: Held | null = null;
  let own: Held | null = null;
  let soon = 0;
  const near = startNear(map);

  const toWorld = ([lon, lat]: Position): Point => {
    const { x, y } = map.project([lat as number, lon as number]);
    return [x, y];
  };
  const built = (held: Held | null, of: readonly unknown[], lines: () => SnapLine[]): Held => {
    if (held?.of.every((one, i) => one === of[i])) return held;
    const { min, max } = map.getPixelBounds() as { min: L.Point; max: L.Point };
    const index = buildSnapIndex(lines(), [
      [min.x - MARGIN_PX, min.y - MARGIN_PX],
      [max.x + MARGIN_PX, max.y + MARGIN_PX],
    ]);
    return { index, of };
  };
  const planIndex = (): SnapIndex => {
    const of = [snapping.peek(), collections.peek(), layers.peek(), near.features()];
    plan = built(plan, of, () => planLines(map.getBounds().pad(0.2), near.features(), toWorld));
    return plan.index;
  };
  const ownIndex = (but: VertexAt | null): SnapIndex => {
    own = built(own, [geometry.peek(), but?.part, but?.ring], () => ownLines(but, toWorld));
    return own.index;
  };
  const onMoved = () => {
    [plan, own] = [null, null];
    window.clearTimeout(soon);
    soon = window.setTimeout(planIndex);
  };
  map.on("moveend", onMoved);
  return {
    /** The place that is meant by one: what is caught there, or itself. `moved`: the vertex in hand, whose ring does not catch it. */
    at(position: Position, isFinger: boolean, isFree: boolean, moved: VertexAt | null = null): Position {
      const { loose } = begun.peek();
      const but = moved ?? (loose ? { ...loose, index: 0 } : null);
      const at = toWorld(position);
      const found =
        isFree || snapping.peek() === "off"
          ? null
          : snap([planIndex(), ownIndex(but)], at, isFinger ? FINGER_PX : MOUSE_PX, moved ? null : lastEdge(toWorld));
      caught.value = found;
      if (!found) return position;
      const { lng, lat } = map.unproject(L.point(found.point[0], found.point[1]));
      return [lng, lat];
    },
    stop() {
      map.off("moveend", onMoved);
      window.clearTimeout(soon);
      near.stop();
      caught.value = null;
    },
  };
}

/** The lines of what is shown and held, near the window. */
function planLines(
  near: L.LatLngBounds,
  asked: ReadonlyMap<string, readonly PlanFeature[]>,
  toWorld: (position: Position) => Point,
): SnapLine[] {
  const lines: SnapLine[] = [];
  for (const { id, visible } of layers.peek())
    for (const feature of visible ? (collections.peek().get(id) ?? asked.get(id) ?? []) : []) {
      const accuracy = feature.properties.accuracy_m;
      const isSchematic = accuracy === null || accuracy > SURVEYED_M;
      if (!feature.geometry || (isSchematic && snapping.peek() !== "all")) continue;
      for (const line of linesOf(feature.geometry))
        if (line.some(([lon, lat]) => near.contains([lat as number, lon as number])) || line.length < 50)
          lines.push({ name: featureName(feature), isSchematic, points: line.map(toWorld) });
    }
  return lines;
}

/** The rings of the drawing itself but for the one that is being changed. */
const ownLines = (but: VertexAt | null, toWorld: (position: Position) => Point): SnapLine[] =>
  geometry.peek().type === "Point"
    ? []
    : ringsOf(geometry.peek())
        .filter(({ at }) => at.part !== but?.part || at.ring !== but.ring)
        .map(({ vertices }) => ({
          name: "",
          isSchematic: false,
          points: (isLine(geometry.peek()) ? vertices : [...vertices, vertices[0] as Position]).map(toWorld),
        }));

/** The edge that has just been drawn. */
function lastEdge(toWorld: (position: Position) => Point): readonly [Point, Point] | null {
  const { loose, goesOn } = begun.peek();
  const vertices = loose ? verticesAt(geometry.peek(), loose) : [];
  const [a, b] = goesOn?.from === "start" ? vertices.slice(0, 2).reverse() : vertices.slice(-2);
  return a && b ? [toWorld(a), toWorld(b)] : null;
}

function linesOf(shape: Geometry): Position[][] {
  switch (shape.type) {
    case "Point":
      return [[shape.coordinates]];
    case "LineString":
      return [shape.coordinates];
    case "MultiPoint":
      return shape.coordinates.map((at) => [at]);
    case "MultiLineString":
    case "Polygon":
      return shape.coordinates;
    case "MultiPolygon":
      return shape.coordinates.flat();
    default:
      return shape.geometries.flatMap(linesOf);
  }
}
