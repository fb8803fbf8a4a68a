import { describe, expect, test } from "vitest";
import type { Point } from "../../symbols/primitives.ts";
import { arrowHead, axisShape, chevron } from "./axes.ts";

const sizes = { width: 13, head: 24, every: 22 };
const eastward: Point[] = [
  [0, 100],
  [400, 100],
];
const tip = (points: readonly Point[]): Point => points[1] as Point;
const back = (points: readonly Point[]): Point => points[0] as Point;

describe("an axis", () => {
  test("has a head at each end whose tip is the end and which points out of the axis", () => {
    const { heads } = axisShape(eastward, 200, sizes);
    expect(heads[0]?.[0]).toEqual([0, 100]);
    expect(heads[1]?.[0]).toEqual([400, 100]);
    expect(heads[0]?.[1]?.[0]).toBeGreaterThan(0);
    expect(heads[1]?.[1]?.[0]).toBeLessThan(400);
  });

  test("has heads wider than its band and symmetrical about it", () => {
    const [, left, right] = arrowHead([400, 100], 0, 24) as [Point, Point, Point];
    expect(Math.abs(left[1] - right[1])).toBeGreaterThan(sizes.width * 1.5);
    expect((left[1] + right[1]) / 2).toBeCloseTo(100);
  });

  test("stops its band inside the heads", () => {
    const { shaft } = axisShape(eastward, 200, sizes);
    expect(shaft[0]?.[0]).toBeGreaterThan(10);
    expect(shaft.at(-1)?.[0]).toBeLessThan(390);
  });

  test("has chevrons that point away from where the axes cross, each 22 pixels from the next", () => {
    const { chevrons } = axisShape(eastward, 150, sizes);
    const [west, east] = [
      chevrons.filter((points) => tip(points)[0] < 150),
      chevrons.filter((points) => tip(points)[0] > 150),
    ];
    expect(west.length).toBeGreaterThan(3);
    expect(east.length).toBeGreaterThan(west.length);
    for (const points of west) expect(tip(points)[0]).toBeLessThan(back(points)[0]);
    for (const points of east) expect(tip(points)[0]).toBeGreaterThan(back(points)[0]);
    expect(tip(east[1] as Point[])[0] - tip(east[0] as Point[])[0]).toBeCloseTo(22);
  });

  test("keeps its chevrons out of the heads", () => {
    for (const points of axisShape(eastward, 150, sizes).chevrons) {
      expect(tip(points)[0]).toBeGreaterThan(22);
      expect(tip(points)[0]).toBeLessThan(378);
    }
  });

  test("is only two heads when it is shorter than they are", () => {
    const { chevrons, shaft } = axisShape(
      [
        [0, 0],
        [20, 0],
      ],
      10,
      sizes,
    );
    expect(chevrons).toEqual([]);
    expect(shaft.every(([x]) => Number.isFinite(x))).toBe(true);
  });
});

test("A chevron turns with its direction", () => {
  const down = chevron([0, 0], Math.PI / 2, 4);
  expect(tip(down)[1]).toBeGreaterThan(0);
  expect(tip(down)[0]).toBeCloseTo(0);
});
