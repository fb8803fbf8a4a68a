import { beforeEach, describe, expect, it } from "vitest";
import { chooseIndustryCluster } from "./choose.ts";
import { NO_FILTER } from "./filter.ts";
import { filterWords } from "./filter-words.ts";
import { parseFilter } from "./text.ts";
import { filter } from "./view.ts";

describe("an industry cluster that is chosen", () => {
  beforeEach(() => {
    filter.value = NO_FILTER;
  });

  it("is a condition of its own in the place of chains and of another cluster, beside the rest", () => {
    filter.value = { industry_chain: ["automotive"], plan_status: ["planned"], rest: "investment_cny > 1" };
    chooseIndustryCluster("high-end-equipment");
    chooseIndustryCluster("medical-health");
    expect(filter.value).toEqual({
      industry_chain: [],
      plan_status: ["planned"],
      rest: "investment_cny > 1 AND industry_cluster = 'medical-health'",
    });
  });

  it("stands among words by its name", () => {
    chooseIndustryCluster("medical-health");
    expect(filterWords()).toEqual(["医养健康"]);
  });

  it("keeps its name beside other conditions, and so do several", () => {
    filter.value = { ...NO_FILTER, plan_status: ["planned"], rest: "investment_cny > 1" };
    chooseIndustryCluster("medical-health");
    expect(filterWords()).toEqual(["规划", "医养健康", "investment_cny > 1"]);
    filter.value = parseFilter(
      "industry_cluster IN ('medical-health','information-technology') AND investment_cny > 1",
    );
    expect(filterWords()).toEqual(["医养健康", "新一代信息技术", "investment_cny > 1"]);
  });

  it("has no name where the catalogue knows none, or where it is one of two ways", () => {
    for (const rest of ["industry_cluster = 'unheard-of'", "industry_cluster = 'medical-health' OR code = 'park-1'"]) {
      filter.value = parseFilter(rest);
      expect(filterWords()).toEqual([rest.length > 40 ? `${rest.slice(0, 39)}…` : rest]);
    }
  });
});
