import { describe, expect, test } from "vitest";
import type { Point } from "../symbols/primitives.ts";
import { allHits, hitTest } from "./hit.ts";
import type { PlacedLabel } from "./labels/place.ts";
import type { HitTarget } from "./scene/context.ts";

const ref = (code: string) => ({ collection: "c", code });
const square = (left: number, size: number): Point[] => [
  [left, left],
  [left + size, left],
  [left + size, left + size],
  [left, left + size],
];
const zone: HitTarget = { ref: ref("large"), kind: "area", lines: [square(0, 100)], reach: 0 };
const lake: HitTarget = { ref: ref("small"), kind: "area", lines: [square(40, 20)], reach: 0 };
const road: HitTarget = {
  ref: ref("road"),
  kind: "line",
  lines: [
    [
      [0, 50],
      [100, 50],
    ],
  ],
  reach: 3,
};
const badge: HitTarget = { ref: ref("badge"), kind: "point", lines: [[[50, 50]]], reach: 8 };
const belt: HitTarget = {
  ref: ref("belt"),
  kind: "area",
  lines: [
    [
      [20, 0],
      [20, 100],
    ],
  ],
  reach: 15,
};
const code = (targets: HitTarget[], at: Point, tolerance = 4) => hitTest(targets, [], at, tolerance)?.code;

describe("what lies under the pointer", () => {
  test("a point goes before a line, a line before an area, a small area before a large one", () => {
    expect(code([badge, road, lake, zone], [50, 50])).toBe("badge");
    expect(code([road, lake, zone], [50, 50])).toBe("road");
    expect(code([lake, zone], [50, 50])).toBe("small");
    expect(code([zone, lake], [10, 10])).toBe("large");
  });

  test("a band along a line goes before the area it crosses", () => {
    expect(code([zone, belt], [28, 20])).toBe("belt");
    expect(code([zone, belt], [60, 20])).toBe("large");
  });

  test("a finger reaches further than a mouse", () => {
    expect(code([road], [50, 65])).toBeUndefined();
    expect(code([road], [50, 65], 22)).toBe("road");
  });

  test("of two lines at the same distance the upper one is meant", () => {
    expect(code([road, { ...road, ref: ref("axis") }], [50, 51])).toBe("axis");
  });

  test("a name stands for its feature, but not before a sign", () => {
    const label = {
      request: { ref: ref("named") },
      boxes: [{ left: 0, top: 40, right: 90, bottom: 60 }],
    } as unknown as PlacedLabel;
    expect(hitTest([zone, road], [label], [70, 50], 4)?.code).toBe("named");
    expect(hitTest([badge], [label], [50, 50], 4)?.code).toBe("badge");
  });

  test("nothing is nothing", () => {
    expect(hitTest([zone, road, badge], [], [300, 300], 22)).toBeNull();
  });
});

describe("everything under the pointer", () => {
  const all = (targets: HitTarget[], at: Point, labels: PlacedLabel[] = []) =>
    allHits(targets, labels, at, 4).map((found) => found.code);
  const outline: HitTarget = {
    ref: ref("park"),
    kind: "line",
    lines: [square(10, 80)],
    reach: 2,
    encloses: true,
  };

  test("is listed once each, points before lines before areas, small areas before large ones", () => {
    expect(all([zone, lake, road, badge], [50, 50])).toEqual(["badge", "road", "small", "large"]);
    expect(all([zone, { ...zone }, lake], [50, 50])).toEqual(["small", "large"]);
    expect(all([zone, lake, road, badge], [10, 10])).toEqual(["large"]);
  });

  test("holds the feature whose outline is around the place, by its size, also where its sign is pressed", () => {
    const sign: HitTarget = { ...badge, ref: ref("park") };
    expect(all([zone, outline, lake], [50, 50])).toEqual(["small", "park", "large"]);
    expect(all([zone, sign, outline, lake], [50, 50])).toEqual(["small", "park", "large"]);
    expect(all([outline, lake], [5, 5])).toEqual([]);
  });

  test("holds what is pressed by its name", () => {
    const label = {
      request: { ref: ref("small") },
      boxes: [{ left: 70, top: 0, right: 90, bottom: 20 }],
    } as unknown as PlacedLabel;
    expect(all([zone, lake], [80, 10], [label])).toEqual(["small", "large"]);
  });
});
