import { afterEach, describe, expect, it } from "vitest";
import { collectionDefinitions } from "../catalogue.ts";
import { saidInLanguage } from "../language/names.ts";
import { language } from "../language/view.ts";
import { titleOf } from "./finding-text.ts";
import type { CheckFinding } from "./requests.ts";

const finding = (of: Partial<CheckFinding>): CheckFinding =>
  ({ rule: "undecided", subject: null, layer: null, args: {}, ...of }) as unknown as CheckFinding;
afterEach(() => {
  language.value = "zh";
});

describe("names in an answer", () => {
  const names = { name_zh: "中", name_en: "English", name_ja: "日本語" };

  it("are those of the language that is read, then English, then Chinese", () => {
    for (const [shown, said] of [
      ["zh", "中"],
      ["en", "English"],
      ["ja", "日本語"],
      ["ko", "English"],
    ] as const) {
      language.value = shown;
      expect(saidInLanguage(names, "name")).toBe(said);
    }
    expect(saidInLanguage({ name_zh: "中", name_en: null }, "name")).toBe("中");
    expect(saidInLanguage({ name_zh: "", name_en: 5 }, "name")).toBeNull();
  });

  it("of a layer are those of the catalogue, of a layer that came later those of the answer", () => {
    const layer = collectionDefinitions.find(({ title }) => title.ja);
    const args = { title_zh: "图层", title_en: "A layer" };
    language.value = "ja";
    expect(titleOf(finding({ layer: layer?.id ?? "", args }))).toBe(layer?.title.ja);
    expect(titleOf(finding({ layer: "came-later", args }))).toBe("A layer");
    expect(titleOf(finding({ rule: "control-line", args: names }))).toBe("日本語");
  });
});
