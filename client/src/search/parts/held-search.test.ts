import { describe, expect, it } from "vitest";
import { feature } from "../../features/fixture.ts";
import { groupHits, searchFeatures } from "./held-search.ts";

const all = new Map([
  [
    "axes",
    [
      feature("axis-1", {
        name_zh: "海川路科技创新轴",
        name_en: "Haichuan Road innovation axis",
        aliases: ["海川路研发孵化科创集聚轴"],
      }),
    ],
  ],
  [
    "roads",
    [
      feature("haichuan-road", { name_zh: "海川路", name_en: "Haichuan Road" }),
      feature("chongwen", { name_zh: "崇文大道", name_en: "Chongwen Avenue" }),
    ],
  ],
  ["water-areas", [feature("qilin", { name_zh: "麒麟岛", name_en: "Qilin Island", aliases: ["独角兽岛"] })]],
]);
const codes = (text: string) => searchFeatures(all, text).map((hit) => hit.feature.properties.code);

describe("search by name", () => {
  it("puts the whole name before the beginning of a name", () => {
    expect(codes("海川路")).toEqual(["haichuan-road", "axis-1"]);
  });

  it("finds a part inside a Chinese name", () => {
    expect(codes("创新轴")).toEqual(["axis-1"]);
  });

  it("finds an alias and says which", () => {
    expect(searchFeatures(all, "独角兽")).toMatchObject([{ matched: "独角兽岛" }]);
  });

  it("finds English in any case, full-width letters too", () => {
    expect(codes("CHONGWEN")).toEqual(["chongwen"]);
    expect(codes("ｑｉｌｉｎ")).toEqual(["qilin"]);
  });

  it("finds a code", () => {
    expect(codes("axis-1")).toEqual(["axis-1"]);
  });

  it("finds nothing for nothing", () => {
    expect(codes("  ·")).toEqual([]);
    expect(codes("北京")).toEqual([]);
  });

  it("groups by collection, the best hit's first", () => {
    expect(groupHits(searchFeatures(all, "海川路")).map((group) => group.collection)).toEqual(["roads", "axes"]);
  });
});
