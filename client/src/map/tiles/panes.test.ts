import { expect, it, vi } from "vitest";
import { noColumns } from "./fixture.ts";
import { placePictures } from "./panes.ts";
import type { ShownTile } from "./tile-entry.ts";

const frame = { zoom: 12, left: 0, top: 0, width: 800, height: 600, marginX: 0, marginY: 0 };
const tile = (col: number, picture = document.createElement("canvas")): ShownTile => ({
  address: { z: 11, row: 0, col },
  href: "",
  source: "",
  look: "",
  zoom: 12,
  etag: "",
  fetchedAt: 0,
  thinned: [],
  layers: [
    {
      collection: "projects",
      picture,
      frame: { left: col * 512, top: 0, width: 512, height: 512 },
      columns: noColumns(),
      cells: new Float64Array(0),
      most: 0,
    },
  ],
});

it("a picture that stays is not put in anew when another comes or goes", () => {
  const pane = document.createElement("div");
  const [a, b, c] = [tile(0), tile(1), tile(2)];
  const pictureOf = ({ layers: [layer] }: ShownTile) => layer?.picture as HTMLCanvasElement;
  placePictures(pane, "projects", [a, c], frame);
  const put = vi.spyOn(pane, "insertBefore");
  placePictures(pane, "projects", [a, b, c], frame);
  expect(put.mock.calls.map(([element]) => element)).toEqual([pictureOf(b)]);
  expect([...pane.children]).toEqual([a, b, c].map(pictureOf));
  placePictures(pane, "projects", [b, c], frame);
  expect(put).toHaveBeenCalledTimes(1);
  expect([...pane.children]).toEqual([b, c].map(pictureOf));
  placePictures(pane, "projects", [c, b], frame);
  expect([...pane.children]).toEqual([c, b].map(pictureOf));
});
