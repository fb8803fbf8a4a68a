import { expect, test } from "vitest";
import { outline } from "./thumbnail.tsx";

test("an area is closed, a line is left open, and a point has no outline", () => {
  const ring = [
    [116, 35],
    [116, 35.1],
    [116.1, 35.1],
    [116, 35],
  ];
  expect(outline({ type: "Polygon", coordinates: [ring] })).toMatch(/^M[\d. L]+Z$/);
  expect(outline({ type: "LineString", coordinates: ring.slice(0, 3) })).toMatch(/^M[\d. L]+$/);
  const twice = { type: "MultiLineString" as const, coordinates: [ring.slice(0, 2), ring.slice(1, 3)] };
  expect(outline(twice).match(/M/g)).toHaveLength(2);
  expect(outline({ type: "Point", coordinates: [116, 35] })).toBe("");
  expect(outline(null)).toBe("");
});
