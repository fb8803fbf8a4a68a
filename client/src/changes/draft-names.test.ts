import { describe, expect, it } from "vitest";
import "./parts/words.ts";
import { proposedFor } from "./draft-names.ts";

const draft = (name_zh: string, note: string | null = null) => ({
  collection: "projects",
  code: name_zh,
  properties: { name_zh },
  note,
});

describe("what is proposed for a set of drafts", () => {
  it("is their names, and the basis that all of them have", () => {
    expect(proposedFor([draft("甲", "2026-12"), draft("乙", " 2026-12 ")])).toEqual({
      title: "甲、乙",
      basis: "2026-12",
    });
  });

  it("is no basis where they have different ones", () => {
    expect(proposedFor([draft("甲", "2026-12"), draft("乙")]).basis).toBe("");
  });

  it("names the first of many, and a name once", () => {
    const { title } = proposedFor(["甲", "乙", "丙", "丁", "甲"].map((name) => draft(name)));
    expect(title).toBe("甲、乙、丙 等 4 项");
  });

  it("is as long as a set keeps it", () => {
    expect(proposedFor([draft("长".repeat(300), "据".repeat(600))])).toEqual({
      title: "长".repeat(200),
      basis: "据".repeat(500),
    });
  });
});
