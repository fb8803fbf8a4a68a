import { describe, expect, it } from "vitest";
import { childrenOf, keyOf, parentOf, tileSide, tilesOver, tileZoom } from "./address.ts";

describe("the tiles over a view", () => {
  const box = { zoom: 12.4, left: 1_000_123, top: 500_456, width: 1440, height: 900 };

  it("cover it whole and nothing that does not touch it", () => {
    const tiles = tilesOver(box);
    const side = tileSide(tileZoom(box.zoom), box.zoom);
    const [west, east] = [Math.min(...tiles.map(({ col }) => col)), Math.max(...tiles.map(({ col }) => col))];
    const [north, south] = [Math.min(...tiles.map(({ row }) => row)), Math.max(...tiles.map(({ row }) => row))];
    expect(west * side).toBeLessThanOrEqual(box.left);
    expect((west + 1) * side).toBeGreaterThan(box.left);
    expect((east + 1) * side).toBeGreaterThanOrEqual(box.left + box.width);
    expect(east * side).toBeLessThan(box.left + box.width);
    expect(north * side).toBeLessThanOrEqual(box.top);
    expect((south + 1) * side).toBeGreaterThanOrEqual(box.top + box.height);
    expect(tiles).toHaveLength((east - west + 1) * (south - north + 1));
  });

  it("come nearest to the middle first", () => {
    const side = tileSide(tileZoom(box.zoom), box.zoom);
    const [first] = tilesOver(box);
    expect(first?.col).toBe(Math.floor((box.left + box.width / 2) / side));
  });

  it("come from the middle outwards in the shape of the view: a wide one has its sides before what lies above it", () => {
    const wide = { zoom: 12, left: 1_000_000, top: 500_000, width: 4000, height: 1500 };
    const side = tileSide(tileZoom(wide.zoom), wide.zoom);
    // the middle 5/7 of the frame is what is in view
    const isInView = ({ row, col }: { row: number; col: number }) =>
      Math.abs((col + 0.5) * side - wide.left - wide.width / 2) < (wide.width * 5) / 14 &&
      Math.abs((row + 0.5) * side - wide.top - wide.height / 2) < (wide.height * 5) / 14;
    const order = tilesOver(wide).map(isInView);
    expect(order.lastIndexOf(true)).toBe(order.filter(Boolean).length - 1);
  });

  it("stay between 362 and 725 pixels at every zoom, and end at the deepest zoom there is", () => {
    for (let zoom = 9; zoom <= 18; zoom += 0.05) {
      const side = tileSide(tileZoom(zoom), zoom);
      expect(side).toBeGreaterThan(361);
      expect(side).toBeLessThan(725);
    }
    expect(tileZoom(25)).toBe(18);
  });

  it("do not leave the world", () => {
    const tiles = tilesOver({ zoom: 1, left: -900, top: -900, width: 3000, height: 3000 });
    expect(tiles.map(keyOf)).toEqual(["0/0/0"]);
  });
});

it("a tile is the parent of its four children", () => {
  const tile = { z: 5, row: 9, col: 26 };
  expect(childrenOf(tile).map(parentOf)).toEqual([tile, tile, tile, tile]);
  expect(new Set(childrenOf(tile).map(keyOf)).size).toBe(4);
});
