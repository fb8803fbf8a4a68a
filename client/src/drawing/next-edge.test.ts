import { beforeEach, describe, expect, it } from "vitest";
import { geometry, open, place } from "./editor.ts";
import { EMPTY_AREA, ringsOf } from "./geometry.ts";
import { figureOf, lastCorner, placeNext } from "./next-edge.ts";
import { toPlane } from "./plane.ts";

const corners = () => ringsOf(geometry.value).flatMap(({ vertices }) => vertices.map(toPlane));

beforeEach(() => open(EMPTY_AREA));

describe("the next edge", () => {
  it("has the length and the bearing that were typed, clockwise from grid north", () => {
    place([116.6, 35.4]);
    for (const [length, bearing] of [
      ["120.5", "90"],
      ["80", "180"],
      ["１２０．５", "-90"],
    ] as const)
      expect(placeNext(length, bearing)).toBe(true);
    const [a, b, c, d] = corners();
    expect(
      [(b?.[0] ?? 0) - (a?.[0] ?? 0), (b?.[1] ?? 0) - (a?.[1] ?? 0)].map((by) => Math.round(by * 1000) + 0),
    ).toEqual([120_500, 0]);
    expect(Math.round(((c?.[1] ?? 0) - (b?.[1] ?? 0)) * 1000)).toBe(-80_000);
    expect(Math.round(((d?.[0] ?? 0) - (c?.[0] ?? 0)) * 1000)).toBe(-120_500);
  });

  it("is none without a corner to start from, and with figures of no edge nothing is placed", () => {
    expect([lastCorner(), placeNext("10", "0")]).toEqual([null, false]);
    place([116.6, 35.4]);
    for (const [length, bearing] of [
      ["0", "10"],
      ["-5", "10"],
      ["100001", "10"],
      ["", "10"],
      ["10", ""],
      ["1e3", "0"],
      ["abc", "0"],
    ] as const)
      expect(placeNext(length, bearing)).toBe(false);
    expect(corners()).toHaveLength(1);
  });

  it("reads figures as people write them", () => {
    expect([figureOf("1,200.5"), figureOf(" 90 "), figureOf("9 0"), figureOf("90°")]).toEqual([1200.5, 90, 90, null]);
  });
});
