import { afterEach, describe, expect, it } from "vitest";
import { horizon } from "../horizon/view.ts";
import { NO_FILTER } from "./filter.ts";
import { filterOf, filterParameters } from "./query.ts";
import { parseFilter } from "./text.ts";
import { filter } from "./view.ts";

const year = horizon.peek();
afterEach(() => {
  filter.value = NO_FILTER;
  horizon.value = year;
});

describe("what a request carries of filter and horizon", () => {
  it("is the horizon alone without a filter", () => {
    horizon.value = 2035;
    expect(filterParameters().toString()).toBe("datetime=2035");
  });

  it("is the whole filter where several collections are asked the same", () => {
    const text =
      "industry_chain IN ('biopharma','automotive') AND plan_status = 'planned' AND (road_class = 'a' OR TRUE)";
    filter.value = parseFilter(text);
    expect(filterParameters().get("filter")).toBe(text);
    expect(filterParameters("roads", "projects").get("filter")).toBe(text);
  });

  it("is for one collection what acts there: all properties of a condition must be its own", () => {
    filter.value = parseFilter(
      "industry_chain = 'biopharma' AND plan_status = 'planned' AND (road_class = 'a' OR grid IS NULL) AND S_WITHIN(geometry, BBOX(1,2,3,4)) AND name_zh LIKE '%road_class%'",
    );
    expect(filterParameters("roads").get("filter")).toBe(
      "plan_status = 'planned' AND (road_class = 'a' OR grid IS NULL) AND S_WITHIN(geometry, BBOX(1,2,3,4)) AND name_zh LIKE '%road_class%'",
    );
    expect(filterOf("parks")).toBe(
      "industry_chain = 'biopharma' AND plan_status = 'planned' AND S_WITHIN(geometry, BBOX(1,2,3,4)) AND name_zh LIKE '%road_class%'",
    );
  });

  it("asks a collection by cluster where it has clusters of its own name", () => {
    filter.value = parseFilter("industry_cluster = 'medical-health' AND plan_status = 'planned'");
    expect(filterOf("parks")).toBe("plan_status = 'planned' AND industry_cluster = 'medical-health'");
    expect(filterOf("projects")).toBe("plan_status = 'planned' AND industry_cluster = 'medical-health'");
    expect(filterOf("roads")).toBe("plan_status = 'planned'");
  });
});
