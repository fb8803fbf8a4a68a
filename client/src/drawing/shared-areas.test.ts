import { expect, it } from "vitest";
import cases from "../../../tests/cases/areas.json" with { type: "json" };
import type { Drawn } from "./geometry.ts";
import { areaOf, perimeterOf } from "./measures.ts";

/** What PostGIS geography says of the same geometries: tests/Server.IntegrationTests/SharedAreaTests.cs. */
const TOLERANCE = 0.001;

it.each(cases.areas)("$name: area and perimeter agree with PostGIS to 0.1 %", ({ geometry, area_m2, perimeter_m }) => {
  const drawn = geometry as Drawn;
  expect(Math.abs(areaOf(drawn) - area_m2)).toBeLessThanOrEqual(area_m2 * TOLERANCE);
  expect(Math.abs(perimeterOf(drawn) - perimeter_m)).toBeLessThanOrEqual(perimeter_m * TOLERANCE);
});
