import type { Position } from "geojson";
import { describe, expect, it } from "vitest";
import { seeded } from "../features/fixture.ts";
import { type Drawn, ofParts, partsOf, ringOf } from "./geometry.ts";
import { areaOf } from "./measures.ts";
import { perform } from "./operations.ts";

const box = (x: number, y: number, size: number): Position[] =>
  ringOf([
    [x, y],
    [x + size, y],
    [x + size, y + size],
    [x, y + size],
  ]);
const square = ofParts([[box(116.6, 35.4, 0.01)]]);
const holed = ofParts([[box(116.6, 35.4, 0.01), box(116.604, 35.404, 0.002)]]);

// a corner that comes to lie on an edge lies on the straight line of the plane, not on the shortest one of the ellipsoid
const expectSameArea = (drawn: Drawn, area: number) => expect(Math.abs(areaOf(drawn) - area)).toBeLessThan(area * 1e-5);

describe("split", () => {
  it("leaves two parts with the area of the whole, through a hole too", () => {
    for (const whole of [square, holed]) {
      const { geometry } = perform(whole, { kind: "split", from: [116.605, 35.4], to: [116.6051, 35.41] });
      expect(partsOf(geometry)).toHaveLength(2);
      expectSameArea(geometry, areaOf(whole));
    }
  });

  it("goes on beyond its two places, and leaves what it misses as it is", () => {
    const short = perform(square, { kind: "split", from: [116.604, 35.404], to: [116.6041, 35.4045] });
    expect(partsOf(short.geometry)).toHaveLength(2);
    const beside = perform(square, { kind: "split", from: [116.7, 35.3], to: [116.7, 35.5] });
    expect(partsOf(beside.geometry)).toHaveLength(1);
    expectSameArea(beside.geometry, areaOf(square));
  });

  it("keeps the area for any line", { timeout: 60_000 }, () => {
    const random = seeded(3);
    for (let i = 0; i < 200; i++) {
      const at = (): Position => [116.6 + random() * 0.01, 35.4 + random() * 0.01];
      const { geometry } = perform(holed, { kind: "split", from: at(), to: at() });
      expectSameArea(geometry, areaOf(holed));
    }
  });
});

describe("merge", () => {
  it("makes one of what a line has split, and leaves apart what does not touch", () => {
    const parts = perform(square, { kind: "split", from: [116.603, 35.4], to: [116.607, 35.41] }).geometry;
    const { geometry } = perform(parts, { kind: "merge" });
    expect(geometry.type).toBe("Polygon");
    expectSameArea(geometry, areaOf(square));
    const far = ofParts([[box(116.6, 35.4, 0.01)], [box(116.7, 35.4, 0.01)]]);
    expect(partsOf(perform(far, { kind: "merge" }).geometry)).toHaveLength(2);
  });

  it("counts overlapping ground once", () => {
    const both = ofParts([[box(116.6, 35.4, 0.01)], [box(116.605, 35.4, 0.01)]]);
    const { geometry } = perform(both, { kind: "merge" });
    expect(geometry.type).toBe("Polygon");
    expect(Math.abs(areaOf(geometry) / areaOf(both) - 0.75)).toBeLessThan(1e-4);
  });
});

describe("cutting out", () => {
  it("makes a hole inside, a bay at the edge, two parts across, and nothing of all", () => {
    const cut = (ring: Position[]) => perform(square, { kind: "cut-out", ring }).geometry;
    expect(partsOf(cut(box(116.604, 35.404, 0.002)))[0]).toHaveLength(2);
    const bay = cut(box(116.604, 35.395, 0.007));
    expect([partsOf(bay).length, partsOf(bay)[0]?.length]).toEqual([1, 1]);
    expect(
      partsOf(
        cut(
          ringOf([
            [116.604, 35.39],
            [116.605, 35.39],
            [116.605, 35.42],
            [116.604, 35.42],
          ]),
        ),
      ),
    ).toHaveLength(2);
    expect(partsOf(cut(box(116.59, 35.39, 0.05)))).toHaveLength(0);
  });
});
