import { afterEach, describe, expect, it } from "vitest";
import { filterParameters } from "./filter-query.ts";
import { filter, horizon } from "./view.ts";

const year = horizon.peek();
afterEach(() => {
  filter.value = { industry_chain: [], plan_status: [] };
  horizon.value = year;
});

describe("what a request carries of filter and horizon", () => {
  it("is the horizon alone without a filter", () => {
    horizon.value = 2035;
    expect(filterParameters().toString()).toBe("datetime=2035");
  });

  it("is the chains only where a collection that is asked for has chains", () => {
    filter.value = { industry_chain: ["biopharma", "automotive"], plan_status: ["planned"] };
    expect(filterParameters("roads", "parks").get("industry_chain")).toBe("biopharma,automotive");
    expect(filterParameters("roads").get("industry_chain")).toBeNull();
    expect(filterParameters("roads").get("plan_status")).toBe("planned");
  });
});
