import type { MultiPolygon, Polygon } from "geojson";
import { describe, expect, it } from "vitest";
import { areaChange } from "./area-change.ts";

const square = (west: number, south: number, side: number): Polygon => ({
  type: "Polygon",
  coordinates: [
    [
      [west, south],
      [west + side, south],
      [west + side, south + side],
      [west, south + side],
      [west, south],
    ],
  ],
});

describe("how an area changes", () => {
  it("is measured on the ellipsoid, with the ground that comes and that goes", () => {
    const change = areaChange(square(116.6, 35.4, 0.01), square(116.605, 35.4, 0.01));
    // 0.01° by 0.01° at 35.4° N is 907.9 m by 1109.5 m
    expect(change?.before).toBeCloseTo(1_007_600, -3);
    expect(change?.after).toBeCloseTo(change?.before ?? 0, 3);
    const longitudes = (ground: unknown) =>
      (ground as MultiPolygon).coordinates.flat(3).filter((_, at) => at % 2 === 0);
    expect(Math.max(...longitudes(change?.added))).toBeCloseTo(116.615, 6);
    expect(Math.min(...longitudes(change?.removed))).toBeCloseTo(116.6, 6);
  });

  it("counts a hole out, and says of a new area that all of it comes", () => {
    const whole = square(116.6, 35.4, 0.01);
    const hole = square(116.602, 35.402, 0.005).coordinates[0] ?? [];
    const holed: Polygon = { type: "Polygon", coordinates: [...whole.coordinates, hole] };
    const change = areaChange(whole, holed);
    expect((change?.after ?? 0) / (change?.before ?? 1)).toBeCloseTo(0.75, 2);
    expect(areaChange(null, whole)).toMatchObject({ before: 0, added: null, removed: null });
  });

  it("is none of a point, a line or of nothing", () => {
    expect(areaChange(null, { type: "Point", coordinates: [116.6, 35.4] })).toBeNull();
    expect(areaChange(null, null)).toBeNull();
  });
});
