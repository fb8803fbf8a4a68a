import { expect, it } from "vitest";
import cases from "../../../tests/cases/coordinates.json" with { type: "json" };
import { COORDINATE_SYSTEMS, type CoordinateSystem, fromStore, toStore } from "./coordinate-systems.ts";

/** A millimetre, in degrees. */
const MILLIMETRE = 1e-8;

it.each(cases.points)("$crs $x, $y is stored where the server stores it", ({ crs, x, y, lon, lat }) => {
  const [at = Number.NaN, north = Number.NaN] = toStore(crs as CoordinateSystem, x, y) ?? [];
  expect(Math.abs(at - lon)).toBeLessThan(MILLIMETRE);
  expect(Math.abs(north - lat)).toBeLessThan(MILLIMETRE);
});

it.each(cases.points)("$crs $x, $y comes back from there", ({ crs, x, y, lon, lat }) => {
  const [east, north] = fromStore(crs as CoordinateSystem, lon, lat);
  // half a digit of the case, in degrees or metres
  const tolerance = Math.abs(x) > 180 ? 1e-3 : 2e-8;
  expect(Math.abs(east - x)).toBeLessThan(tolerance);
  expect(Math.abs(north - y)).toBeLessThan(tolerance);
});

it("has a case of every system", () => {
  expect(new Set(cases.points.map(({ crs }) => crs))).toEqual(new Set(COORDINATE_SYSTEMS));
});

it.each([
  ["EPSG:4548", 39470395, 3926070],
  ["EPSG:4548", 3926070, 470395],
  ["EPSG:4490", 35.4, 116.64],
  ["BD-09", Number.NaN, 35.4],
] as const)("%s has no place at %f, %f", (system, x, y) => {
  expect(toStore(system, x, y)).toBeNull();
});
