import { describe, expect, it } from "vitest";
import { hitTest } from "../hit.ts";
import { columnsOf, noColumns } from "./fixture.ts";
import { cellsOf, featuresWithin, targetsNear, visibleLayers } from "./press.ts";
import type { ShownTile } from "./tile-entry.ts";

/** A tile at zoom 12, 512 pixels large on a map at zoom 13, whose corner is the corner of the frame. */
const address = { z: 12, row: 100, col: 200 };
const frame = { zoom: 13, left: 200 * 512, top: 100 * 512, width: 800, height: 600 };

function tile(change: Partial<ShownTile["layers"][number]>, painted = 13): ShownTile {
  return {
    address,
    href: "",
    source: "",
    look: "",
    zoom: painted,
    etag: "",
    fetchedAt: 0,
    thinned: [],
    layers: [
      {
        collection: "projects",
        picture: null,
        frame: { left: 0, top: 0, width: 0, height: 0 },
        columns: noColumns(),
        cells: new Float64Array(0),
        most: 0,
        ...change,
      },
    ],
  };
}
const points = columnsOf(
  (
    [
      ["a", 800, 800],
      ["b", 824, 800],
      ["c", 4000, 4000],
    ] as const
  ).map(([code, x, y]) => ({ kind: "point", at: [[x, y]], properties: { code } })),
);
const roads = columnsOf([
  {
    kind: "line",
    at: [
      [0, 400],
      [4096, 400],
    ],
    properties: { code: "road" },
  },
]);
const reach = () => 8;

describe("what lies under the pointer in tiles", () => {
  it("is the nearest sign, in pixels of the frame", () => {
    const layers = visibleLayers([tile({ columns: points })], frame);
    const near = targetsNear(layers, [100, 100], reach, 4);
    expect(near.map(({ ref }) => ref.code)).toEqual(["a", "b"]);
    expect(hitTest(near, [], [110, 100], 4)?.code).toBe("b");
    expect(targetsNear(layers, [300, 300], reach, 4)).toEqual([]);
  });

  it("is a line as far as it goes", () => {
    const layers = visibleLayers([tile({ collection: "roads", columns: roads })], frame);
    const near = targetsNear(layers, [400, 53], () => 3, 4);
    expect(hitTest(near, [], [400, 53], 4)).toEqual({ collection: "roads", code: "road" });
    expect(
      hitTest(
        targetsNear(layers, [400, 70], () => 3, 4),
        [],
        [400, 70],
        4,
      ),
    ).toBeNull();
  });

  it("is a symbol also while its tile is shown larger than it was painted", () => {
    const cells = Float64Array.from([64, 32, 10, 1200]);
    const [cell] = cellsOf(visibleLayers([tile({ cells }, 12)], frame), frame.zoom);
    expect(cell).toEqual({ collection: "projects", at: [128, 64], r: 20, count: 1200 });
  });

  it("is listed when it is in the view, a line of two tiles once", () => {
    const two = [tile({ collection: "roads", columns: roads }), tile({ collection: "roads", columns: roads })];
    const view = { left: 0, top: 0, right: 500, bottom: 200 };
    const found = featuresWithin(visibleLayers([...two, tile({ columns: points })], frame), view);
    expect(found.get("roads")).toHaveLength(1);
    expect(found.get("projects")?.map(({ index }) => index)).toEqual([0, 1]);
  });
});
