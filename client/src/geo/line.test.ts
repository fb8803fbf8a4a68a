import { describe, expect, test } from "vitest";
import { clipLine, crossing, distanceToLine, lengthOf, stretch, walker } from "./line.ts";

const corner = [
  [0, 0],
  [100, 0],
  [100, 50],
] as const;

describe("lines in pixels", () => {
  test("a walker finds place and direction along the line and stops at its ends", () => {
    const { at, length } = walker(corner);
    expect(length).toBe(150);
    expect(at(50)).toEqual({ point: [50, 0], angle: 0 });
    expect(at(125).point).toEqual([100, 25]);
    expect(at(125).angle).toBeCloseTo(Math.PI / 2);
    expect(at(-10).point).toEqual([0, 0]);
    expect(at(900).point).toEqual([100, 50]);
  });

  test("a stretch keeps the vertices between its ends", () => {
    expect(stretch(corner, 90, 110)).toEqual([
      [90, 0],
      [100, 0],
      [100, 10],
    ]);
  });

  test("a line that leaves a box and comes back has two parts in it", () => {
    const parts = clipLine(
      [
        [0, 5],
        [20, 5],
        [20, 30],
        [5, 30],
        [5, 5],
      ],
      { left: 0, top: 0, right: 10, bottom: 10 },
    );
    expect(parts).toEqual([
      [
        [0, 5],
        [10, 5],
      ],
      [
        [5, 10],
        [5, 5],
      ],
    ]);
  });

  test("a line outside a box has no part in it", () => {
    expect(clipLine(corner, { left: 200, top: 200, right: 300, bottom: 300 })).toEqual([]);
  });

  test("clipping never makes a line longer", () => {
    const box = { left: 13, top: -8, right: 71, bottom: 31 };
    const inside = clipLine(
      [
        [-40, -40],
        [90, 60],
        [20, 10],
        [60, -70],
      ],
      box,
    );
    const total = inside.reduce((sum, part) => sum + lengthOf(part), 0);
    expect(total).toBeGreaterThan(0);
    for (const [x, y] of inside.flat()) {
      expect(x).toBeGreaterThanOrEqual(13 - 1e-9);
      expect(x).toBeLessThanOrEqual(71 + 1e-9);
      expect(y).toBeGreaterThanOrEqual(-8 - 1e-9);
      expect(y).toBeLessThanOrEqual(31 + 1e-9);
    }
  });

  test("two lines that cross meet at a distance along the first", () => {
    expect(
      crossing(corner, [
        [30, -10],
        [30, 10],
      ]),
    ).toBe(30);
    expect(
      crossing(corner, [
        [30, 10],
        [30, 40],
      ]),
    ).toBeNull();
  });

  test("the distance to a line is that to its nearest segment", () => {
    expect(distanceToLine([50, 7], corner)).toBe(7);
    expect(distanceToLine([130, 50], corner)).toBe(30);
  });
});
