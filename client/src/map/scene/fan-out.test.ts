import { describe, expect, test } from "vitest";
import type { Point } from "../../symbols/primitives.ts";
import { fanOut } from "./fan-out.ts";

const apart = (a: Point | undefined, b: Point | undefined) => (a && b ? Math.hypot(a[0] - b[0], a[1] - b[1]) : 0);
const same = (count: number) =>
  Array.from({ length: count }, (_, index) => ({ key: `p${index}`, at: [100, 100] as const }));

describe("signs in one place", () => {
  test.each([2, 3, 5, 8, 13, 20])("are set apart so that none of %i covers another", (count) => {
    const places = [...fanOut(same(count), 10).values()];
    expect(places).toHaveLength(count);
    places.forEach((a, i) => {
      for (const b of places.slice(i + 1)) expect(apart(a, b)).toBeGreaterThanOrEqual(20 - 1e-6);
    });
  });

  test("stay where they are when they are far enough from each other", () => {
    const points = [
      { key: "a", at: [0, 0] as const },
      { key: "b", at: [40, 0] as const },
    ];
    expect(fanOut(points, 10).get("b")).toEqual([40, 0]);
  });

  test("come to the same places in whatever order they arrive", () => {
    const points = same(6);
    expect(fanOut([...points].reverse(), 10)).toEqual(fanOut(points, 10));
  });

  test("make room for signs that cannot move", () => {
    const badge = { at: [103, 100] as const, reach: 9 };
    expect(apart(fanOut(same(1), 10, [badge]).get("p0"), badge.at)).toBeCloseTo(19);
  });

  test("in a crowd only those that hide each other leave their place", () => {
    // a row in which each touches the next, and two on one spot
    const row = Array.from({ length: 12 }, (_, index) => ({ key: `r${index + 10}`, at: [index * 15, 0] as const }));
    const twin = { key: "z", at: [0, 1] as const };
    const places = fanOut([...row, twin], 10, [], 8);
    for (const { key, at } of row.slice(1)) expect(places.get(key)).toEqual(at);
    expect(apart(places.get("r10"), places.get("z"))).toBeGreaterThanOrEqual(20 - 1e-6);
    // as few as that are set apart as any
    const few = [...row.slice(0, 7), twin];
    expect(fanOut(few, 10, [], 8)).toEqual(fanOut(few, 10));
  });

  test("are found near each other across the squares that are looked through", () => {
    const points = [
      { key: "a", at: [19.9, 19.9] as const },
      { key: "b", at: [20.1, 20.1] as const },
      { key: "c", at: [-0.1, 100] as const },
      { key: "d", at: [0.1, 100] as const },
    ];
    const places = fanOut(points, 10);
    expect(apart(places.get("a"), places.get("b"))).toBeGreaterThanOrEqual(20 - 1e-6);
    expect(apart(places.get("c"), places.get("d"))).toBeGreaterThanOrEqual(20 - 1e-6);
  });
});
