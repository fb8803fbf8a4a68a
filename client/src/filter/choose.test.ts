import { beforeEach, describe, expect, it } from "vitest";
import { chooseIndustryCluster } from "./choose.ts";
import { NO_FILTER } from "./filter.ts";
import { filterWords } from "./filter-words.ts";
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
});
