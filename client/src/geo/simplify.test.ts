import { describe, expect, it } from "vitest";
import { simplify } from "./simplify.ts";

describe("a line with fewer vertices", () => {
  it("loses what lies on the straight, and keeps its ends and its corners", () => {
    expect(simplify([0, 0, 5, 0.2, 10, 0, 10, 5, 10, 10], 0.5)).toEqual([0, 0, 10, 0, 10, 10]);
  });

  it("is nowhere farther from the line than it may be", () => {
    const wave = Array.from({ length: 400 }, (_, index) => [index / 4, 6 * Math.sin(index / 20)]).flat();
    const simple = simplify(wave, 0.5);
    expect(simple.length).toBeLessThan(wave.length / 4);
    for (let at = 0; at < wave.length; at += 2) {
      let near = Number.POSITIVE_INFINITY;
      for (let to = 2; to < simple.length; to += 2) {
        const [ax = 0, ay = 0, bx = 0, by = 0] = simple.slice(to - 2, to + 2);
        const [dx, dy] = [bx - ax, by - ay];
        const x = wave[at] as number;
        const y = wave[at + 1] as number;
        const along = Math.min(1, Math.max(0, ((x - ax) * dx + (y - ay) * dy) / (dx * dx + dy * dy)));
        near = Math.min(near, Math.hypot(x - ax - along * dx, y - ay - along * dy));
      }
      expect(near).toBeLessThanOrEqual(0.5001);
    }
  });

  it("keeps a ring and what turns back on itself", () => {
    expect(simplify([0, 0, 10, 0, 10, 10, 0, 0], 1)).toEqual([0, 0, 10, 0, 10, 10, 0, 0]);
    expect(simplify([0, 0, 10, 0, 0, 0], 1)).toEqual([0, 0, 10, 0, 0, 0]);
    expect(simplify([1, 1], 1)).toEqual([1, 1]);
    expect(simplify([], 1)).toEqual([]);
  });
});
