import type { Geometry, Position } from "geojson";

/** West, south, east, north of a geometry in degrees; null when it is empty. */
export function boundsOf(geometry: Geometry): [number, number, number, number] | null {
  const box: [number, number, number, number] = [
    Number.POSITIVE_INFINITY,
    Number.POSITIVE_INFINITY,
    Number.NEGATIVE_INFINITY,
    Number.NEGATIVE_INFINITY,
  ];
  const visit = (value: unknown): void => {
    if (!Array.isArray(value)) return;
    if (typeof value[0] === "number") {
      const [lon, lat] = value as Position;
      box[0] = Math.min(box[0], lon as number);
      box[1] = Math.min(box[1], lat as number);
      box[2] = Math.max(box[2], lon as number);
      box[3] = Math.max(box[3], lat as number);
    } else value.forEach(visit);
  };
  if (geometry.type === "GeometryCollection") {
    for (const part of geometry.geometries) {
      const own = boundsOf(part);
      if (own)
        visit([
          [own[0], own[1]],
          [own[2], own[3]],
        ]);
    }
  } else visit(geometry.coordinates);
  return Number.isFinite(box[0]) ? box : null;
}
