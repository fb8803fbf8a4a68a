import { afterEach, describe, expect, it } from "vitest";
import { feature } from "../features/fixture.ts";
import { collections } from "../features/plan.ts";
import { attributions } from "./attributions.ts";
import { setVisible } from "./layers.ts";
import { defaultLayers, layers } from "./view.ts";

afterEach(() => {
  collections.value = new Map();
  layers.value = defaultLayers;
});

describe("the credits on the map", () => {
  it("name OpenStreetMap while a line of it is drawn, and not ourselves", () => {
    collections.value = new Map([
      ["railways", [feature("rail", { source: "openstreetmap" })]],
      ["roads", [feature("road", { source: "digitised" })]],
    ]);
    expect(attributions.value).toHaveLength(1);
    expect(attributions.value[0]).toContain("OpenStreetMap");
    setVisible("railways", false);
    expect(attributions.value).toEqual([]);
  });
});
