import { describe, expect, it } from "vitest";
import cases from "../../../../tests/cases/names.json" with { type: "json" };
import { feature } from "../../features/fixture.ts";
import { plain } from "../folding.ts";
import { searchFeatures } from "./held-search.ts";

/** The same cases hold for the server: tests/Server.Tests/Search/SharedNamesTests.cs. */
const all = new Map<string, ReturnType<typeof feature>[]>();
for (const { collection, code, ...properties } of cases.features)
  all.set(collection, [...(all.get(collection) ?? []), feature(code, properties)]);
// held features come in the order of the pages, that of the codes
for (const features of all.values()) features.sort((a, b) => (a.properties.code < b.properties.code ? -1 : 1));

describe("names, as the server has them", () => {
  it.each(cases.folded)("%j is compared as %j", (written, folded) => {
    expect(plain(written ?? "")).toBe(folded);
  });

  it.each(cases.searches)("$words finds $codes", ({ words, codes }) => {
    const found = searchFeatures(all, words).map(({ feature: { properties } }) => properties.code);
    expect(found.join(" ")).toBe(codes);
  });
});
