import { expect, it } from "vitest";
import type { PlanFeature } from "../../api/types.ts";
import { type CollectionDefinition, collectionDefinitions } from "../../catalogue.ts";
import { feature } from "../../features/fixture.ts";
import { subtitle } from "./subtitle.ts";

const [definition] = collectionDefinitions.filter(({ role }) => role === "project") as [CollectionDefinition];
const [parks] = collectionDefinitions.filter(({ role }) => role === "park") as [CollectionDefinition];
const named = (...names: string[]): PlanFeature[] => names.map((name_zh) => feature(name_zh, { name_zh }));

it("a layer of few features has their names, and says how many of them have no place", () => {
  const two = named("甲", "乙");
  expect(subtitle(definition, two, { matched: 2, unplaced: 0, total: 2 })).toBe("甲 · 乙");
  expect(subtitle(definition, two, { matched: 2, unplaced: 1, total: 2 })).toBe("1 处未定位 · 甲 · 乙");
});

it("a layer of many has none, one that is numbered says what by, and both say what has no place", () => {
  const many = named("甲", "乙", "丙", "丁");
  expect(subtitle(definition, many, { matched: 3, unplaced: 2, total: 4 })).toMatch(/4.* · 2 处未定位$/);
  expect(subtitle(parks, many, { matched: 4, unplaced: 1, total: 4 })).toMatch(/^1 处未定位 · ./);
});
