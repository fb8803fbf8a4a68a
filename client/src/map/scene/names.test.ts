import { expect, test } from "vitest";
import profiles from "../../../../gis-data/catalogue/profiles.json";
import { drawOrder } from "../../catalogue.ts";
import type { SceneContext } from "./context.ts";
import { realLayers, sceneContext } from "./fixture.ts";
import { buildScene } from "./scene.ts";

const layers = realLayers();
const everything = drawOrder.map((id) => ({ id, visible: true, opacity: 1 }));

/** What the map asks to write of each feature, by its code. */
function written(context: SceneContext): Map<string, string> {
  const { labels } = buildScene(context, layers, everything);
  return new Map(labels.flatMap(({ ref, text, bubble }) => (ref && !bubble ? [[ref.code, text] as const] : [])));
}

test.each(["name_ja", "name_ko"] as const)("the map writes the names of the profiles: %s", (member) => {
  const names = new Map(
    profiles.profiles.flatMap((profile) => {
      const name = (profile as Record<string, unknown>)[member];
      return typeof name === "string" ? [[profile.code, name] as const] : [];
    }),
  );
  const english = written(sceneContext({ language: "en", zoom: 13 }));
  const own = written(sceneContext({ language: "en", zoom: 13, names }));
  const kinds = new Set<string>();
  for (const [code, text] of own) {
    // what has no name in the language keeps the one that it has
    expect(text, code).toBe(names.get(code) ?? english.get(code));
    if (names.has(code))
      kinds.add([...layers].find(([, features]) => features.some(({ id }) => id === code))?.[0] ?? "");
  }
  const hasLabel = [...layers].filter(([, features]) => features.some(({ id }) => names.has(id) && english.has(id)));
  expect([...kinds].sort()).toEqual(hasLabel.map(([id]) => id).sort());
  expect([...kinds]).toEqual(expect.arrayContaining(["parks", "urban-clusters", "core-city", "axes", "belts", "hubs"]));
});
