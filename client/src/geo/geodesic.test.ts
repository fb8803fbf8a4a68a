import { describe, expect, test } from "vitest";
import type { LonLat } from "./geodesic.ts";
import * as geodesic from "./geodesic.ts";

const radians = (degrees: number) => (degrees * Math.PI) / 180;
/** Radii of curvature on the ellipsoid of CGCS2000 at a latitude: an independent way to the same numbers. */
function radii(lat: number): { meridian: number; parallel: number } {
  const f = 1 / 298.257222101;
  const e2 = f * (2 - f);
  const w = Math.sqrt(1 - e2 * Math.sin(radians(lat)) ** 2);
  return { meridian: (6378137 * (1 - e2)) / w ** 3, parallel: (6378137 / w) * Math.cos(radians(lat)) };
}

describe("measuring on the ellipsoid", () => {
  test("a degree of the meridian has the length that the series of the ellipsoid gives", () => {
    const series = 111132.954 - 559.822 * Math.cos(radians(71)) + 1.175 * Math.cos(radians(142));
    expect(
      Math.abs(
        geodesic.lengthMetres([
          [116.7, 35],
          [116.7, 36],
        ]) - series,
      ),
    ).toBeLessThan(0.5);
  });

  test("a small field has the area of its sides, whichever way it is drawn", () => {
    const ring: LonLat[] = [
      [116.7, 35.4],
      [116.705, 35.4],
      [116.705, 35.405],
      [116.7, 35.405],
    ];
    const { meridian, parallel } = radii(35.4025);
    const expected = meridian * radians(0.005) * parallel * radians(0.005);
    expect(geodesic.areaSquareMetres(ring) / expected).toBeCloseTo(1, 5);
    expect(geodesic.areaSquareMetres([...ring].reverse()) / expected).toBeCloseTo(1, 5);
  });

  test("is half less than the same field in Web Mercator", () => {
    const { meridian, parallel } = radii(35.4025);
    const mercator = (meridian * parallel * radians(0.005) ** 2) / Math.cos(radians(35.4025)) ** 2;
    const ring: LonLat[] = [
      [116.7, 35.4],
      [116.705, 35.4],
      [116.705, 35.405],
      [116.7, 35.405],
    ];
    expect(mercator / geodesic.areaSquareMetres(ring)).toBeGreaterThan(1.49);
  });

  test("two points have no area and one point no length", () => {
    expect(
      geodesic.areaSquareMetres([
        [116.7, 35.4],
        [116.8, 35.4],
      ]),
    ).toBe(0);
    expect(geodesic.lengthMetres([[116.7, 35.4]])).toBe(0);
  });
});
