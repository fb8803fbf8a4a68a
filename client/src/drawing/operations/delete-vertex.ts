import { type Drawn, NotThere, spliced, type VertexAt, verticesAt, withVertices } from "../geometry.ts";
import type { Done } from "../operations.ts";

/** Takes a vertex away. The last one goes with its ring or part (delete-ring, delete-part). */
export function deleteVertex(geometry: Drawn, at: VertexAt): Done {
  const vertices = verticesAt(geometry, at);
  const position = vertices[at.index];
  if (!position || vertices.length === 1) throw new NotThere(`vertex ${at.index}`);
  return {
    geometry: withVertices(geometry, at, spliced(vertices, at.index, 1)),
    reverse: { kind: "add-vertex", at, position },
  };
}
