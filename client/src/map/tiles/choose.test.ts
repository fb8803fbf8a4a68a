import { describe, expect, it } from "vitest";
import { childrenOf, keyOf, parentOf, type TileAddress } from "./address.ts";
import { chooseTiles } from "./choose.ts";

const top: TileAddress = { z: 10, row: 404, col: 843 };
const four = childrenOf(top);
const holding = (...tiles: TileAddress[]) => {
  const keys = new Set(tiles.map(keyOf));
  return (tile: TileAddress) => keys.has(keyOf(tile));
};
const names = (tiles: TileAddress[]) => tiles.map(keyOf).sort();

describe("while tiles are on their way", () => {
  it("the wanted ones show when they are there", () => {
    expect(names(chooseTiles(four, holding(...four, top)))).toEqual(names(four));
  });

  it("zooming in keeps the tile above until the last of its children has come", () => {
    expect(names(chooseTiles(four, holding(top, ...four.slice(0, 3))))).toEqual([keyOf(top)]);
  });

  it("a child that is not wanted keeps nobody waiting", () => {
    expect(names(chooseTiles(four.slice(0, 2), holding(top, ...four.slice(0, 2))))).toEqual(names(four.slice(0, 2)));
  });

  it("zooming out keeps what lies below", () => {
    expect(names(chooseTiles([top], holding(...four.slice(1))))).toEqual(names(four.slice(1)));
  });

  it("nothing is shown twice, over several levels either", () => {
    const deep = four.flatMap(childrenOf);
    const shown = chooseTiles(deep, holding(top, four[0] as TileAddress, deep[0] as TileAddress));
    expect(names(shown)).toEqual([keyOf(top)]);
  });

  it("where there is nothing, nothing is shown", () => {
    expect(chooseTiles(four, holding(parentOf({ z: 10, row: 1, col: 1 })))).toEqual([]);
  });
});
