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
});
