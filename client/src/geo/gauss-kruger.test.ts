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

  test("comes back to where it started, to a hundredth of a millimetre, in the whole belt", () => {
    for (let lon = 115.5; lon <= 118.5; lon += 0.13)
      for (let lat = 18; lat <= 54; lat += 1.7) {
        const [back, north] = fromGaussKruger(...toGaussKruger(lon, lat));
        expect(Math.abs(back - lon)).toBeLessThan(1e-10);
        expect(Math.abs(north - lat)).toBeLessThan(1e-10);
      }
  });
});
