import { describe, expect, it } from "vitest";
import { featureOf, textsOf, toColumns } from "./columns.ts";
import { decodeTile } from "./decode.ts";
import { encodeTile } from "./encode.ts";

const bytes = encodeTile({
  projects: [
    { kind: "point", at: [[2048, 1024]], properties: { code: "project-1", name_zh: "甲", plan_status: "planned" } },
    { kind: "point", at: [[-20, 4100]], properties: { code: "project-2", name_zh: "乙\n行", plan_status: "planned" } },
  ],
  facilities: [{ kind: "point", at: [[10, 20]], properties: { count: 1200, "plan_status.existing": 1000 } }],
  roads: [
    {
      kind: "line",
      at: [
        [0, 0],
        [100, 50],
        [200, 50],
      ],
      properties: { code: "road-1", name_zh: "路", name_en: "Road", road_class: "trunk" },
    },
  ],
  _thinned: [{ kind: "point", at: [[0, 0]], properties: { collection: "facilities", how: "counted", number: 1200 } }],
});

describe("a vector tile taken apart", () => {
  const tile = decodeTile(bytes);
  const layer = (id: string) => {
    const found = tile.layers.find(({ collection }) => collection === id);
    if (!found) throw new Error(`no layer ${id}`);
    return found;
  };

  it("has features with a code, and cells with a count", () => {
    expect(layer("projects").features).toHaveLength(2);
    expect(layer("projects").cells).toEqual([]);
    expect(layer("facilities").cells).toEqual([{ x: 10, y: 20, count: 1200, terms: { "plan_status.existing": 1000 } }]);
  });

  it("says what it leaves out, and that is no layer", () => {
    expect(tile.thinned).toEqual([{ collection: "facilities", how: "counted", number: 1200 }]);
    expect(tile.layers.map(({ collection }) => collection)).not.toContain("_thinned");
  });

  it("is nothing where there are no bytes", () => {
    expect(decodeTile(null)).toEqual({ layers: [], thinned: [] });
  });

  it("keeps code, names and coded properties as columns, one look for those that are alike", () => {
    const columns = toColumns(layer("projects"), layer("projects").features);
    expect(columns.looks).toEqual([{ plan_status: "planned" }]);
    expect(textsOf(columns, "codes")).toEqual(["project-1", "project-2"]);
    // a line break in a name does not move the names after it
    expect(textsOf(columns, "names_zh")).toEqual(["甲", "乙 行"]);
    expect([...columns.coordinates]).toEqual([2048, 1024, -20, 4100]);
  });

  it("gives a feature back where it stands on the ground", () => {
    const columns = toColumns(layer("roads"), layer("roads").features);
    const road = featureOf(columns, 0, { z: 0, row: 0, col: 0 });
    expect(road.properties).toMatchObject({ code: "road-1", name_zh: "路", name_en: "Road", road_class: "trunk" });
    if (road.geometry?.type !== "MultiLineString") throw new Error("a road is lines");
    const [west, north] = road.geometry.coordinates[0]?.[0] ?? [];
    expect(west).toBeCloseTo(-180);
    expect(north).toBeCloseTo(85.05, 1);
    expect(road.geometry.coordinates[0]).toHaveLength(3);
  });

  it("has room for no features at all", () => {
    const columns = toColumns(layer("roads"), []);
    expect(textsOf(columns, "codes")).toEqual([]);
    expect(columns.count).toBe(0);
  });
});
