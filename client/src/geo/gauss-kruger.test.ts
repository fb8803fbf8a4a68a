import { describe, expect, test } from "vitest";
import { fromGaussKruger, toGaussKruger } from "./gauss-kruger.ts";

describe("Gauss–Krüger of EPSG:4548", () => {
  // Written down from PROJ (gdaltransform -s_srs EPSG:4490 -t_srs EPSG:4548).
  test.each([
    [116.683, 35.412, 471207.3993, 3920348.1289],
    [116.575, 35.325, 461356.4362, 3910732.4285],
    [116.845, 35.535, 485943.0417, 3933959.7864],
  ])("agrees with PROJ to a millimetre at %f, %f", (lon, lat, easting, northing) => {
    const [x, y] = toGaussKruger(lon, lat);
    expect(Math.abs(x - easting)).toBeLessThan(0.001);
    expect(Math.abs(y - northing)).toBeLessThan(0.001);
  });

  test("comes back to where it started", () => {
    const [lon, lat] = fromGaussKruger(...toGaussKruger(116.7123, 35.4711));
    expect(lon).toBeCloseTo(116.7123, 8);
    expect(lat).toBeCloseTo(35.4711, 8);
  });
});
