import { describe, expect, it } from "vitest";
import cases from "../../../tests/cases/locators.json" with { type: "json" };
import { parseLocator } from "./locator.ts";

/** The same cases hold for the server: tests/Server.Tests/Catalogue/SharedLocatorTests.cs. */
describe("locators, as the server has them", () => {
  it.each(cases.locators)("$text says where it stands", ({ text, ...expected }) => {
    const read = parseLocator(text);
    if (!read) throw new Error(`${text} is not read`);
    const place = read.kind === "part" ? "paragraph" : read.place;
    expect({
      part: read.part,
      chapter: read.kind === "part" ? null : read.chapter,
      ...(read.kind === "box" ? { box: read.box } : {}),
      [place]: read.number,
    }).toEqual(expected);
  });

  it.each(cases.none.map((text) => [text]))("%j is none", (text) => {
    expect(parseLocator(text)).toBeNull();
  });
});
