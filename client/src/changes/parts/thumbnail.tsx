import { useSignal } from "@preact/signals";
import type { Geometry } from "geojson";
import { useEffect } from "preact/hooks";
import { outlinesOf } from "../../geo/outlines.ts";
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

/** Of any shape that has an extent: an area is closed, a line is not. A draft may hold any shape, and a point has no outline. */
export const outline = (geometry: Geometry | null): string =>
  (geometry && /(LineString|Polygon)$/.test(geometry.type) && outlinesOf([geometry], SIDE, EDGE)[0]) || "";
