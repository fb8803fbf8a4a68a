/** Lengths and areas on the ellipsoid of CGCS2000 (product.md: geodesic, never in 3857). Loaded when somebody measures. */

export type LonLat = readonly [lon: number, lat: number];

const CGCS2000 = { a: 6378137, f: 1 / 298.257222101 };

export async function loadGeodesic() {
  const { default: library } = await import("geographiclib-geodesic");
  const geodesic = new library.Geodesic.Geodesic(CGCS2000.a, CGCS2000.f);
  return {
    /** Metres along the points. */
    lengthMetres(points: readonly LonLat[]): number {
      let sum = 0;
      for (let i = 1; i < points.length; i++) {
        const [a, b] = [points[i - 1] as LonLat, points[i] as LonLat];
        sum += geodesic.Inverse(a[1], a[0], b[1], b[0]).s12 ?? 0;
      }
      return sum;
    },
    /** Square metres inside the ring, whichever way it runs. */
    areaSquareMetres(points: readonly LonLat[]): number {
      if (points.length < 3) return 0;
      const polygon = geodesic.Polygon(false);
      for (const [lon, lat] of points) polygon.AddPoint(lat, lon);
      return Math.abs(polygon.Compute(false, true).area ?? 0);
    },
  };
}
