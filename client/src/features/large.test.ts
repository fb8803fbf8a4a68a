import { expect, it } from "vitest";
import { areLargeKnown, isLarge, largeCollections, readLarge } from "./large.ts";

const layer = (id: string, isLarge: boolean, zoom: number | null = null) => ({
  id,
  "x-large": isLarge,
  "x-counted-to-zoom": zoom,
});

it("large is what the server calls large, but the structure of the plan is always held whole", () => {
  const large = readLarge([
    layer("projects", true, 11),
    layer("roads", true),
    layer("parks", true),
    layer("hubs", false),
  ]);
  expect([...large]).toEqual([
    ["projects", { countedToZoom: 11 }],
    ["roads", { countedToZoom: null }],
  ]);
});

it("is not known before the server has said so, even when none is", () => {
  expect(areLargeKnown()).toBe(false);
  largeCollections.value = readLarge([]);
  expect(areLargeKnown()).toBe(true);
  expect(isLarge("projects")).toBe(false);
});
