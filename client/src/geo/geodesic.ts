import library from "geographiclib-geodesic";

/** Lengths and areas on the ellipsoid of CGCS2000 (product.md: geodesic, never in 3857). The library is large: loaded when somebody measures. */

export type LonLat = readonly [lon: number, lat: number];

const geodesic = new library.Geodesic.Geodesic(6378137, 1 / 298.257222101);

/** Metres along the points. */
export function lengthMetres(points: readonly LonLat[]): number {
  let sum = 0;
  for (let i = 1; i < points.length; i++) {
    const [a, b] = [points[i - 1] as LonLat, points[i] as LonLat];
    sum += geodesic.Inverse(a[1], a[0], b[1], b[0]).s12 ?? 0;
  }
  return sum;
}

/** Square metres inside the ring, whichever way it runs. */
export function areaSquareMetres(points: readonly LonLat[]): number {
  if (points.length < 3) return 0;
  const polygon = geodesic.Polygon(false);
  for (const [lon, lat] of points) polygon.AddPoint(lat, lon);
  return Math.abs(polygon.Compute(false, true).area ?? 0);
}
