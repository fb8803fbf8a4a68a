import { useSignal } from "@preact/signals";
import type { Geometry, Position } from "geojson";
import { useEffect } from "preact/hooks";
import { boundsOf } from "../../geo/bounds.ts";
import { getDraft } from "../requests.ts";

const SIDE = 40;
const EDGE = 3;

/** The shape of a draft, small: to be known again in a list. Nothing where it has none that can be drawn. */
export function Thumbnail({ draft }: { draft: string }) {
  const path = useSignal("");
  useEffect(() => {
    void getDraft(draft).then((answer) => {
      if (answer.ok) path.value = outline(answer.data.geometry as unknown as Geometry | null);
    });
  }, [draft]);
  return (
    <svg class="change-thumbnail" viewBox={`0 0 ${SIDE} ${SIDE}`} width={SIDE} height={SIDE} aria-hidden="true">
      {path.value && <path d={path.value} fill-rule="evenodd" data-open={!path.value.endsWith("Z")} />}
    </svg>
  );
}

/** Of any shape that has an extent: an area is closed, a line is not. */
export function outline(geometry: Geometry | null): string {
  const lines = linesOf(geometry);
  const box = geometry && lines.length > 0 ? boundsOf(geometry) : null;
  if (!box) return "";
  const [west, south, east, north] = box;
  const shrink = Math.cos((((south + north) / 2) * Math.PI) / 180);
  const scale = (SIDE - 2 * EDGE) / Math.max((east - west) * shrink, north - south, 1e-9);
  const at = ([lon = 0, lat = 0]: Position) =>
    `${(SIDE / 2 + (lon - (west + east) / 2) * shrink * scale).toFixed(1)} ${(SIDE / 2 - (lat - (south + north) / 2) * scale).toFixed(1)}`;
  const end = isArea(geometry) ? "Z" : "";
  return lines.map((line) => `M${line.map(at).join("L")}${end}`).join("");
}

const isArea = (geometry: Geometry | null) => geometry?.type === "Polygon" || geometry?.type === "MultiPolygon";

/** A draft may hold any shape: a point has no outline. */
function linesOf(geometry: Geometry | null): Position[][] {
  if (geometry?.type === "LineString") return [geometry.coordinates];
  if (geometry?.type === "Polygon" || geometry?.type === "MultiLineString") return geometry.coordinates;
  return geometry?.type === "MultiPolygon" ? geometry.coordinates.flat() : [];
}
