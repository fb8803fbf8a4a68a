import { describe, expect, it } from "vitest";
import { collectionDefinitions } from "../catalogue.ts";
import { asText, asValue, changedOf, fieldsOf } from "./fields.ts";

describe("the fields of a correction", () => {
  it("are all properties that people give, of every collection", () => {
    for (const { id, properties } of collectionDefinitions) {
      const names = fieldsOf(id).map(({ property }) => property.name);
      expect(names).toContain("name_zh");
      expect(names).not.toContain("not_stated");
      const given = properties.filter((property) => !("parent_of" in property));
      expect(given.map(({ name }) => name).filter((name) => !names.includes(name))).toEqual([]);
    }
  });

  it("say a value and read it again", () => {
    const [text, list] = [fieldsOf("projects")[0], fieldsOf("projects").find(({ kind }) => kind === "lines")];
    if (!text || !list) throw new Error("the catalogue has lost its properties");
    expect(asValue(list, asText(list, ["a", "b c"]))).toEqual(["a", "b c"]);
    expect(asValue(text, asText(text, null))).toBeNull();
    const number = fieldsOf("projects").find(({ property }) => property.name === "accuracy_m");
    if (!number) throw new Error("accuracy_m is gone");
    expect([asValue(number, "12.5"), asValue(number, "about 12")]).toEqual([12.5, undefined]);
  });

  it("send what was changed and nothing else", () => {
    const before = { name_zh: "甲", accuracy_m: null };
    const of = (texts: Record<string, string>) => changedOf(fieldsOf("projects"), before, texts);
    expect(of({ name_zh: "甲", accuracy_m: "" })).toEqual({ changes: {}, wrong: [] });
    expect(of({ name_zh: "乙", accuracy_m: "x" })).toEqual({ changes: { name_zh: "乙" }, wrong: ["accuracy_m"] });
  });
});
