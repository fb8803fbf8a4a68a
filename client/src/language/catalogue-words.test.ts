import { describe, expect, it } from "vitest";
import { addLanguage } from "./catalogue-words.ts";

describe("the words of a language that come later", () => {
  it("go into the entries of the same code, whatever their order, and nothing else does", () => {
    const held = {
      hash: "a",
      vocabularies: {
        hub: {
          terms: [
            { code: "airport", zh: "机场", en: "Airport" },
            { code: "port", zh: "港", en: "Port" },
          ],
        },
      },
    };
    addLanguage(
      held,
      {
        hash: "b",
        vocabularies: {
          hub: {
            terms: [
              { code: "port", ja: "港" },
              { code: "airport", ja: "空港" },
              { code: "moon", ja: "月" },
            ],
          },
        },
        profiles: {},
      },
      "ja",
    );
    expect(held).toEqual({
      hash: "a",
      vocabularies: {
        hub: {
          terms: [
            { code: "airport", zh: "机场", en: "Airport", ja: "空港" },
            { code: "port", zh: "港", en: "Port", ja: "港" },
          ],
        },
      },
    });
  });

  it("may be beside those of others in an entry", () => {
    const rules = [{ code: "fit", rule_zh: "一", rule_en: "one", levels: [{ code: "a", zh: "甲", en: "A" }] }];
    addLanguage(rules, [{ code: "fit", rule_ko: "하나", weight: 3, levels: [{ code: "a", ko: "갑" }] }], "ko");
    expect(rules).toEqual([
      {
        code: "fit",
        rule_zh: "一",
        rule_en: "one",
        rule_ko: "하나",
        levels: [{ code: "a", zh: "甲", en: "A", ko: "갑" }],
      },
    ]);
  });

  it("go to the year that they are of, where entries are years", () => {
    const horizons = [
      { year: 2020, zh: "基期", en: "Baseline" },
      { year: 2025, zh: "目标", en: "Target" },
    ];
    addLanguage(
      { horizons },
      {
        horizons: [
          { year: 2020, ja: "基準年" },
          { year: 2025, ja: "目標" },
        ],
      },
      "ja",
    );
    expect(horizons.map((stop) => (stop as { ja?: string }).ja)).toEqual(["基準年", "目標"]);
  });

  it("go to the collection and the property that they are of", () => {
    const collections = ["roads", "parks"].map((id) => ({
      id,
      title: { zh: id, en: id },
      properties: ["park", "area"].map((name) => ({ name, title: { zh: name, en: name } })),
    }));
    addLanguage(
      { collections },
      {
        collections: [
          { id: "parks", title: { ko: "단지" }, properties: [{ name: "area", title: { ko: "면적" } }] },
          { id: "moons", title: { ko: "달" } },
        ],
      },
      "ko",
    );
    const [roads, parks] = collections as { title: { ko?: string }; properties: { title: { ko?: string } }[] }[];
    expect([roads?.title.ko, parks?.title.ko]).toEqual([undefined, "단지"]);
    expect(parks?.properties.map(({ title }) => title.ko)).toEqual([undefined, "면적"]);
  });
});
