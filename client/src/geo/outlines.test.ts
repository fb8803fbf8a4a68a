import { describe, expect, it } from "vitest";
import { outlinesOf } from "./outlines.ts";

describe("outlines beside each other", () => {
  it("have one scale, north above, and none where there is no place", () => {
    const square = (from: number) => ({
      type: "Polygon" as const,
      coordinates: [
        [
          [from, 0],
          [from + 1, 0],
          [from + 1, 1],
          [from, 0],
        ],
      ],
    });
    const [one, none, other] = outlinesOf([square(0), null, square(1)], 100, 10);
    expect(none).toBe("");
    expect(one).toBe("M10.0 70.0L50.0 70.0L50.0 30.0L10.0 70.0Z");
    expect(other).toBe("M50.0 70.0L90.0 70.0L90.0 30.0L50.0 70.0Z");
    expect(outlinesOf([null], 10, 1)).toEqual([""]);
  });

  it("show a point where it is", () => {
    expect(outlinesOf([{ type: "Point", coordinates: [5, 5] }], 40, 4)[0]).toMatch(/^M20\.0 20\.0m-4 0a/);
  });
});
