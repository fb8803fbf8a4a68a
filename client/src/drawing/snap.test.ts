import { describe, expect, it } from "vitest";
import { seeded } from "../features/fixture.ts";
import type { Point } from "../symbols/primitives.ts";
import { buildSnapIndex, type SnapLine, snap } from "./snap.ts";

const box: readonly [Point, Point] = [
  [0, 0],
  [1600, 1000],
];
const road: SnapLine = {
  name: "road",
  isSchematic: false,
  points: [
    [100, 100],
    [500, 100],
    [500, 400],
  ],
};
const index = buildSnapIndex([road, { name: "point", isSchematic: true, points: [[900, 900]] }], box);

describe("snapping", () => {
  it.each<[string, Point, string, Point, string | null]>([
    ["a vertex before the edge it ends", [496, 104], "vertex", [500, 100], "road"],
    ["the nearest place of an edge", [300, 107], "edge", [300, 100], "road"],
    ["a single point", [905, 903], "vertex", [900, 900], "point"],
  ])("catches %s, and names it", (_, at, kind, point, name) => {
    const caught = snap([index], at, 10, null);
    expect([caught?.kind, caught?.point, caught?.line?.name ?? null]).toEqual([kind, point, name]);
  });

  it("catches nothing beyond its reach", () => {
    expect(snap([index], [300, 111], 10, null)).toBeNull();
    expect(snap([index], [700, 700], 10, null)).toBeNull();
  });

  it("runs the last edge on and stands upright on it, where nothing else is near", () => {
    const last = [
      [600, 600],
      [700, 600],
    ] as const;
    expect(snap([index], [800, 605], 10, last)).toEqual({ kind: "extension", point: [800, 600], off: 5, line: null });
    expect(snap([index], [694, 720], 10, last)).toEqual({ kind: "right-angle", point: [700, 720], off: 6, line: null });
    expect(snap([index], [694, 480], 10, last)).toEqual({ kind: "right-angle", point: [700, 480], off: 6, line: null });
    // back over itself is no way to go on
    expect(snap([index], [640, 604], 10, last)).toBeNull();
    expect(snap([index], [300, 104], 10, last)?.kind).toBe("edge");
  });

  it("finds what looking at every edge finds, for lines that cross the whole window too", () => {
    const random = seeded(17);
    const lines: SnapLine[] = Array.from({ length: 40 }, (_, i) => ({
      name: String(i),
      isSchematic: false,
      points: Array.from({ length: 5 }, (): Point => [random() * 2400 - 400, random() * 1800 - 400]),
    }));
    const built = buildSnapIndex(lines, box);
    const all = buildSnapIndex(lines, [
      [-500, -500],
      [2500, 2000],
    ]);
    for (let i = 0; i < 2000; i++) {
      const at: Point = [random() * 1600, random() * 1000];
      const distances = lines.flatMap(({ points }) =>
        points.slice(1).map((b, k) => {
          const a = points[k] as Point;
          const [dx, dy] = [b[0] - a[0], b[1] - a[1]];
          const t = Math.min(1, Math.max(0, ((at[0] - a[0]) * dx + (at[1] - a[1]) * dy) / (dx * dx + dy * dy)));
          return Math.hypot(at[0] - a[0] - t * dx, at[1] - a[1] - t * dy);
        }),
      );
      expect(snap([built], at, 12, null) !== null).toBe(Math.min(...distances) < 12);
      expect(snap([built], at, 12, null)).toEqual(snap([all], at, 12, null));
    }
  });

  it.each([200, 500])("takes less than 4 ms a move with %d lines of 50 points in view", (count) => {
    const random = seeded(5);
    const lines: SnapLine[] = Array.from({ length: count }, (_, i) => {
      let [x, y] = [random() * 1600, random() * 1000];
      const points = Array.from({ length: 50 }, (): Point => {
        [x, y] = [x + random() * 60 - 30, y + random() * 60 - 30];
        return [x, y];
      });
      return { name: String(i), isSchematic: false, points };
    });
    const built = buildSnapIndex(lines, box);
    const times = Array.from({ length: 500 }, () => {
      const at: Point = [random() * 1600, random() * 1000];
      const start = performance.now();
      snap([built], at, 12, null);
      return performance.now() - start;
    }).sort((a, b) => a - b);
    // the middle one: what a busy machine takes from the others says nothing about a move
    expect(times[Math.floor(times.length / 2)]).toBeLessThan(4);
  });
});
