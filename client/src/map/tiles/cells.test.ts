import { describe, expect, it } from "vitest";
import { cellsToSide, countCrowds, mergeCells, placeCell } from "./cells.ts";
import { EXTENT } from "./columns.ts";
import type { Cell, TileFeature } from "./decode.ts";

const total = (cells: readonly Cell[]) => cells.reduce((sum, { count }) => sum + count, 0);

describe("cells put together", () => {
  const cells: Cell[] = Array.from({ length: 256 }, (_, index) => ({
    x: (index % 16) * 256 + 128,
    y: Math.floor(index / 16) * 256 + 100,
    count: 1 + ((index * 37) % 900),
    terms: { "plan_status.planned": index % 3 },
  }));

  it("count what they counted apart, by term too", () => {
    for (const side of [16, 8, 4, 1]) {
      const merged = mergeCells(cells, side);
      expect(merged).toHaveLength(side * side);
      expect(total(merged)).toBe(total(cells));
      const planned = merged.reduce((sum, { terms }) => sum + (terms["plan_status.planned"] ?? 0), 0);
      expect(planned).toBe(cells.reduce((sum, { terms }) => sum + (terms["plan_status.planned"] ?? 0), 0));
    }
  });

  it("have room for a number, at every size of a tile", () => {
    for (const side of [362, 430, 512, 600, 724]) expect(side / cellsToSide(side)).toBeGreaterThanOrEqual(60);
  });

  it("lie whole in their own cell, so that none covers another", () => {
    for (const width of [362, 480, 724]) {
      const side = cellsToSide(width);
      const placed = mergeCells(cells, side).map((cell) => placeCell(cell, width, side, 5000));
      for (const [index, a] of placed.entries())
        for (const b of placed.slice(index + 1)) expect(Math.hypot(a.x - b.x, a.y - b.y)).toBeGreaterThan(a.r + b.r);
    }
  });
});

describe("points that crowd", () => {
  const point = (index: number, x: number, y: number): TileFeature => ({
    look: index % 2,
    texts: [index, -1, -1],
    lines: [[x, y]],
  });
  const looks = [{ plan_status: "existing" }, { plan_status: "planned" }];
  const crowd = Array.from({ length: 20 }, (_, index) => point(index, 100 + index, 100));
  const apart = Array.from({ length: 8 }, (_, index) => point(100 + index, index * 500 + 300, 3000));

  it("are counted, those apart stay, and none is lost", () => {
    const { single, cells } = countCrowds([...crowd, ...apart], looks, 8, 14, ["plan_status"]);
    expect(single).toEqual(apart);
    expect(cells).toHaveLength(1);
    expect(cells[0]).toMatchObject({ count: 20, terms: { "plan_status.planned": 10, "plan_status.existing": 10 } });
    expect(total(cells) + single.length).toBe(28);
  });

  it("are each shown when the map is near enough", () => {
    expect(countCrowds(crowd, looks, 8, 17, []).single).toHaveLength(20);
  });

  it("at the edge of a tile stay in it", () => {
    const edge = Array.from({ length: 9 }, (_, index) => point(index, EXTENT - 1, EXTENT - 1));
    expect(total(countCrowds(edge, looks, 8, 12, []).cells)).toBe(9);
  });
});
