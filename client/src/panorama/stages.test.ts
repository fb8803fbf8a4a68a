import { expect, it } from "vitest";
import schema from "../../../gis-data/catalogue/schema/industries.schema.json";
import en from "./words.en.json";
import zh from "./words.zh.json";

/** Every `enum` of a property of this name, wherever the schema has it. */
function codesOf(name: string, within: unknown): string[] {
  if (typeof within !== "object" || within === null) return [];
  return Object.entries(within).flatMap(([key, value]) => [
    ...(key === name && Array.isArray(value?.enum) ? value.enum.filter((code: unknown) => code !== null) : []),
    ...codesOf(name, value),
  ]);
}

it("every stage and every kind of gap that the data may have has words in both languages", () => {
  const keys = [
    ...codesOf("stage", schema).map((code) => `panorama.stage_${code}`),
    ...codesOf("kind", schema).map((code) => `panorama.gap_${code}`),
  ];
  expect(keys.length).toBeGreaterThan(4);
  for (const words of [zh, en]) expect(keys.filter((key) => !(key in words))).toEqual([]);
});
