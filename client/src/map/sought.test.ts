import { expect, it } from "vitest";
import { feature } from "../features/fixture.ts";
import type { LayerState } from "../layers/view.ts";
import { withSought } from "./sought.ts";

const features = new Map([
  ["enterprises", [feature("a", { industry_chain: "biopharma" }), feature("b", { industry_chain: "automotive" })]],
  ["projects", [feature("c", { industry_chain: "automotive" })]],
  ["facilities", [feature("d", { industry_chain: "biopharma" })]],
]);
const layer = (id: string, visible: boolean): LayerState => ({ id, visible, opacity: 1 });
const layers = [layer("facilities", false), layer("enterprises", false), layer("projects", true)];
const shown = (chain: string | null) => {
  const sought = withSought(features, layers, chain);
  return sought.layers.flatMap(({ id, visible }) =>
    visible ? [`${id} ${(sought.features.get(id) ?? []).map((one) => one.id).join()}`] : [],
  );
};

it("enterprises of the chain that is asked for stand on the map although their layer is off, and no others", () => {
  expect(shown("biopharma")).toEqual(["enterprises a", "projects c"]);
  expect(shown("new-energy")).toEqual(["projects c"]);
  expect(shown(null)).toEqual(["projects c"]);
  expect(layers[1]?.visible).toBe(false);
});
