import { describe, expect, it } from "vitest";
import { type Filter, NO_FILTER } from "../filter/filter.ts";
import { canonicalSelection } from "../selection/selection.ts";
import { feature } from "./fixture.ts";
import { appearanceOf, collections, isBesideSought, isInHorizon } from "./plan.ts";

const all = NO_FILTER;
const biopharma: Filter = { ...all, industry_chain: ["biopharma"] };
const existing: Filter = { ...all, plan_status: ["existing"] };

describe("a feature at a horizon", () => {
  it("stays when it has no year", () => {
    expect(isInHorizon(feature("a"), 2020)).toBe(true);
  });

  it("shows from its first to its last year", () => {
    const road = feature("b", { horizon_from: 2023, horizon_to: 2025 });
    expect([2020, 2023, 2025, 2035].map((year) => isInHorizon(road, year))).toEqual([false, true, true, false]);
  });

  it("is hidden before its year, also when it is structure", () => {
    expect(appearanceOf("axes", feature("axis", { horizon_from: 2035 }), all, 2025)).toBe("hidden");
  });

  it("does not end with the completion of its works", () => {
    expect(appearanceOf("projects", feature("p", { period_to: 2022 }), all, 2035)).toBe("normal");
  });
});

describe("a feature under a filter", () => {
  it("leaves the map when it is a project of another chain", () => {
    expect(appearanceOf("projects", feature("p", { industry_chain: "automotive" }), biopharma, 2025)).toBe("hidden");
    expect(appearanceOf("projects", feature("p", { industry_chain: "biopharma" }), biopharma, 2025)).toBe("normal");
  });

  it("leaves the map when it is a project without a chain", () => {
    expect(appearanceOf("projects", feature("p", { industry_chain: null }), biopharma, 2025)).toBe("hidden");
  });

  it("fades when it is a park of other chains", () => {
    expect(appearanceOf("parks", feature("park-2", { industry_chains: ["automotive"] }), biopharma, 2025)).toBe(
      "faded",
    );
    expect(
      appearanceOf("parks", feature("park-1", { industry_chains: ["automotive", "biopharma"] }), biopharma, 2025),
    ).toBe("normal");
  });

  it("stays when its layer has no chain", () => {
    expect(appearanceOf("roads", feature("r"), biopharma, 2025)).toBe("normal");
    expect(appearanceOf("zone", feature("z"), biopharma, 2025)).toBe("normal");
  });

  it("obeys the status filter in every layer: roads leave, structure fades", () => {
    expect(appearanceOf("roads", feature("r"), existing, 2025)).toBe("hidden");
    expect(appearanceOf("waters", feature("w"), existing, 2025)).toBe("hidden");
    expect(appearanceOf("axes", feature("x"), existing, 2025)).toBe("faded");
    expect(appearanceOf("roads", feature("r", { plan_status: "existing" }), existing, 2025)).toBe("normal");
  });
});

describe("a link with another code of a project", () => {
  const chosen = { kind: "feature", collection: "projects", code: "project-9-1-2" } as const;

  it("leads to the project, and an unknown code stays as it is", () => {
    collections.value = new Map([["projects", [feature("project-4-4-3", { other_codes: ["project-9-1-2"] })]]]);
    expect(canonicalSelection(chosen)).toEqual({ ...chosen, code: "project-4-4-3" });
    const unknown = { ...chosen, code: "project-99-1-1" };
    expect(canonicalSelection(unknown)).toBe(unknown);
    collections.value = new Map();
  });
});

describe("beside what somebody looks for", () => {
  const sought = { ranks: new Map([["park-2", 1]]), chain: "biopharma" };

  it("parks without a rank and what is of another chain step back", () => {
    expect(isBesideSought(sought, "parks", feature("park-2"))).toBe(false);
    expect(isBesideSought(sought, "parks", feature("park-3", { industry_chains: ["biopharma"] }))).toBe(true);
    expect(isBesideSought(sought, "projects", feature("p", { industry_chain: "automotive" }))).toBe(true);
    expect(isBesideSought(sought, "projects", feature("p", { industry_chain: "biopharma" }))).toBe(false);
  });

  it("stays what has no chain, and everything but parks when no chain is meant", () => {
    expect(isBesideSought(sought, "roads", feature("r"))).toBe(false);
    expect(isBesideSought({ ...sought, chain: null }, "projects", feature("p"))).toBe(false);
  });
});
