import { describe, expect, it } from "vitest";
import cases from "../../../tests/cases/filters.json" with { type: "json" };
import { conditionsOf, namesIn, parseFilter, printFilter } from "./text.ts";

/** The same cases hold for the server: tests/Server.Tests/Ogc/SharedFilterTests.cs. */
describe("filters, as the server has them", () => {
  it.each(cases.filters)("$text", ({ text, conditions, names, industry_chain = [], plan_status = [], rest }) => {
    expect(conditionsOf(text)).toEqual(conditions);
    expect(namesIn(text)).toEqual(names);
    const read = parseFilter(text);
    expect(read).toMatchObject({ industry_chain, plan_status, rest });
    expect(parseFilter(printFilter(read))).toEqual(read);
  });
});
