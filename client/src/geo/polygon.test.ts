import { expect, test } from "vitest";
import { boundsOf } from "./bounds.ts";
import { centroid, contains, largest, overlap, scaled } from "./polygon.ts";

const square = [
  [0, 0],
  [10, 0],
  [10, 10],
  [0, 10],
] as const;
const hole = [
  [4, 4],
  [6, 4],
  [6, 6],
  [4, 6],
] as const;

test("A point in a hole is not in the area", () => {
  expect(contains([square, hole], [2, 2])).toBe(true);
  expect(contains([square, hole], [5, 5])).toBe(false);
  expect(contains([square, hole], [12, 5])).toBe(false);
});

test("The name of an area goes by its largest ring", () => {
  expect(largest([hole, square])).toBe(square);
});

test("A ring grows about its own centre", () => {
  expect(centroid(square)).toEqual([5, 5]);
  expect(scaled(square, 2)).toEqual([
    [-5, -5],
    [15, -5],
    [15, 15],
    [-5, 15],
  ]);
});

test("Boxes that only touch do not overlap", () => {
  const a = { left: 0, top: 0, right: 10, bottom: 10 };
  expect(overlap(a, { left: 10, top: 0, right: 20, bottom: 10 })).toBe(false);
  expect(overlap(a, { left: 9, top: 9, right: 20, bottom: 20 })).toBe(true);
});

test("The bounds of a geometry are west, south, east, north", () => {
  expect(
    boundsOf({
      type: "MultiPolygon",
      coordinates: [
        [
          [
            [1, 2],
            [3, 2],
            [3, 5],
            [1, 2],
          ],
        ],
      ],
    }),
  ).toEqual([1, 2, 3, 5]);
  expect(boundsOf({ type: "GeometryCollection", geometries: [{ type: "Point", coordinates: [7, 8] }] })).toEqual([
    7, 8, 7, 8,
  ]);
  expect(boundsOf({ type: "MultiPoint", coordinates: [] })).toBeNull();
});
