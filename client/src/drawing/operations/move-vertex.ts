import type { Position } from "geojson";
import { type Drawn, NotThere, spliced, type VertexAt, verticesAt, withVertices } from "../geometry.ts";
import type { Done } from "../operations.ts";

/** A vertex to another place. */
export function moveVertex(geometry: Drawn, at: VertexAt, position: Position): Done {
  const vertices = verticesAt(geometry, at);
  const before = vertices[at.index];
  if (!before) throw new NotThere(`vertex ${at.index}`);
  return {
    geometry: withVertices(geometry, at, spliced(vertices, at.index, 1, position)),
    reverse: { kind: "move-vertex", at, position: before },
  };
}
