import { expect, test } from "vitest";
import { drawOrder } from "../catalogue.ts";
import { featuresInView } from "./in-view.ts";
import { realLayers, sceneContext } from "./scene/fixture.ts";
import { buildScene } from "./scene/scene.ts";

const layers = realLayers();
const everything = drawOrder.map((id) => ({ id, visible: true, opacity: 1 }));
const view = { left: 0, top: 0, right: 1440, bottom: 900 };
const seen = (changes: Parameters<typeof sceneContext>[0], box = view) =>
  featuresInView(buildScene(sceneContext(changes), layers, everything).hits, box).map(({ code }) => code);

test("The list of the map begins as the names do: core city, axes, urban clusters, belts", () => {
  const [city, ...rest] = seen({});
  expect(city).toBe("liaohe-new-town");
  expect(rest.slice(0, 2)).toEqual(["axis-chongwen-avenue", "axis-haichuan-road"]);
  expect(rest.slice(2, 6).every((code) => code.startsWith("urban-cluster-"))).toBe(true);
});

test("Each feature is in it once, also a project and its site that share a code, parks by their numbers", () => {
  const refs = featuresInView(buildScene(sceneContext({}), layers, everything).hits, view);
  expect(new Set(refs.map(({ collection, code }) => `${collection}/${code}`)).size).toBe(refs.length);
  expect(
    refs
      .filter(({ code }) => code === "project-4-1-1")
      .map(({ collection }) => collection)
      .sort(),
  ).toEqual(["project-sites", "projects"]);
  const parks = refs.filter(({ collection }) => collection === "parks").map(({ code }) => code);
  expect(parks).toEqual([1, 2, 3, 4, 5, 6, 7, 9, 12].map((number) => `park-${number}`));
});

test("Selecting something does not change the order under the reader's hands", () => {
  expect(seen({ selected: { collection: "parks", code: "park-9" } })).toEqual(seen({}));
});

test("What lies outside the view or was never placed is not in it", () => {
  const corner = seen({}, { left: 0, top: 0, right: 80, bottom: 60 });
  expect(corner.length).toBeLessThan(seen({}).length);
  const unplaced = layers.get("roads")?.find((feature) => feature.geometry === null)?.id;
  expect(unplaced).toBeDefined();
  expect(seen({})).not.toContain(unplaced);
});
