import { expect, it } from "vitest";
import { area } from "../../symbols/primitives.ts";
import { featureOf, sceneContext } from "./fixture.ts";
import { buildScene } from "./scene.ts";
import { stackOf } from "./stack.ts";

const something = [area([], "#000")];

it("painted layers share a canvas until pictures of tiles come between them", () => {
  const stack = stackOf([
    { id: "zone", primitives: something },
    { id: "waters", primitives: something },
    { id: "roads", primitives: [], tiled: 0.5 },
    { id: "parks", primitives: something },
    { id: "projects", primitives: something, tiled: 1 },
    { id: "hubs", primitives: something },
  ]);
  expect(
    stack.map((sheet) => (sheet.kind === "pane" ? `${sheet.name} ${sheet.opacity}` : sheet.primitives.length)),
  ).toEqual([2, "roads 0.5", 1, "projects 1", 2]);
});

it("of a tiled collection the scene paints what is selected over the pictures, which fade", () => {
  const chosen = featureOf("p-1", { type: "Point", coordinates: [116.7, 35.4] });
  const context = sceneContext({
    tiled: new Set(["projects"]),
    selected: { collection: "projects", code: "p-1" },
  });
  const scene = buildScene(context, new Map([["projects", [chosen]]]), [{ id: "projects", visible: true, opacity: 1 }]);
  expect(scene.layers).toHaveLength(1);
  expect(scene.layers[0]?.tiled).toBe(0.5);
  expect(scene.layers[0]?.primitives.length).toBeGreaterThan(0);
  expect(scene.hits.map(({ ref }) => ref.code)).toEqual(["p-1"]);
});

it("a tiled layer that is switched off is not there", () => {
  const context = sceneContext({ tiled: new Set(["projects"]) });
  const scene = buildScene(context, new Map(), [{ id: "projects", visible: false, opacity: 1 }]);
  expect(scene.layers).toEqual([]);
});
