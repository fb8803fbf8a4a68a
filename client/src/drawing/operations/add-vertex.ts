import type { Position } from "geojson";
import { type Drawn, NotThere, spliced, type VertexAt, verticesAt, withVertices } from "../geometry.ts";
import type { Done } from "../operations.ts";

/** A vertex at a place of a line or ring; those from there on move up. */
export function addVertex(geometry: Drawn, at: VertexAt, position: Position): Done {
  const vertices = verticesAt(geometry, at);
  if (geometry.type === "Point" || at.index < 0 || at.index > vertices.length) throw new NotThere(`vertex ${at.index}`);
  return {
    geometry: withVertices(geometry, at, spliced(vertices, at.index, 0, position)),
    reverse: { kind: "delete-vertex", at },
  };
}
