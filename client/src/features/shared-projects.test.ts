import { describe, expect, it } from "vitest";
import cases from "../../../tests/cases/projects.json" with { type: "json" };
import { parseFilter, printFilter } from "../filter/text.ts";
import { facetsOf } from "./facets.ts";
import { feature } from "./fixture.ts";
import { compareIn, type Order, sortbyOf } from "./order.ts";
import { isInHorizon } from "./plan.ts";

/** The same cases hold for the server: tests/Server.IntegrationTests/SharedProjectsTests.cs. */
const projects = cases.features.map(({ code, placed, ...properties }) =>
  feature(code, { ...properties, placement: placed ? "stated" : "unplaced" }, placed),
);
const codes = (some: typeof projects) => some.map(({ properties }) => properties.code).join(" ");

describe("projects, as the server has them", () => {
  it.each(cases.shown)("at $horizon $codes are shown", ({ horizon, codes: shown }) => {
    const found = projects.filter((project) => isInHorizon(project, horizon));
    expect(codes(found).split(" ").sort().join(" ")).toBe(shown);
  });

  it.each(cases.orders)("by $sortby they come as $codes", ({ sortby, codes: sorted }) => {
    const isDescending = sortby.startsWith("-");
    const order: Order = { by: "value", property: sortby.replace("-", ""), isDescending };
    expect(sortbyOf(order)).toBe(sortby);
    expect(codes([...projects].sort(compareIn(order)))).toBe(sorted);
  });

  it.each(cases.counts)("under $filter at $horizon they are counted alike", ({ filter, horizon, ...expected }) => {
    const by = parseFilter(filter);
    expect(by.rest).toBe("");
    expect(printFilter(by)).toBe(filter);
    const { facets, sums, numberMatched, placed, unplaced, without_horizon } = facetsOf(
      "projects",
      projects,
      by,
      horizon,
    );
    expect({
      numberMatched,
      placed,
      unplaced,
      without_horizon,
      facets: Object.fromEntries(Object.keys(expected.facets).map((name) => [name, facets[name]])),
      investment: sums.investment_cny,
    }).toEqual(expected);
  });
});
