import { expect, test } from "vitest";
import { fromUnit, metresPerPixelAt, toUnit } from "./mercator.ts";

test("Web Mercator comes back to where it started", () => {
  const [lon, lat] = fromUnit(...toUnit(116.683, 35.412));
  expect(lon).toBeCloseTo(116.683, 10);
  expect(lat).toBeCloseTo(35.412, 10);
});

test("The middle of the world is at longitude and latitude zero", () => {
  expect(toUnit(0, 0)).toEqual([0.5, 0.5]);
});

test("A pixel of zoom 12 is about 31 metres in Jining, not 38 as at the equator", () => {
  expect(metresPerPixelAt(35.412, 12)).toBeCloseTo(31.15, 2);
  expect(metresPerPixelAt(0, 12)).toBeCloseTo(38.22, 2);
});
