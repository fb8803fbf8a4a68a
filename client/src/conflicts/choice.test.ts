import { describe, expect, it } from "vitest";
import type { Conflict } from "../api/answers.ts";
import { kindOf, NOTHING_CHOSEN, openIn, resolutionOf, takenOf } from "./choice.ts";

const state = { properties: {}, geometry: null };
const conflict: Conflict = {
  position: 1,
  collection: "c",
  code: "a",
  action: "change",
  based_on: 1,
  stands: 2,
  origin: null,
  ancestor: state,
  mine: state,
  theirs: state,
  properties: [
    { property: "name", change: "both" },
    { property: "note", change: "mine" },
  ],
  geometry: "both",
};

describe("the choices of a conflict", () => {
  it("are open until each of what both have changed is chosen", () => {
    expect(openIn(conflict, NOTHING_CHOSEN)).toBe(2);
    expect(openIn(conflict, { ...NOTHING_CHOSEN, properties: { name: "mine" } })).toBe(1);
    expect(openIn(conflict, { leavesOut: false, properties: { name: "mine" }, geometry: "theirs" })).toBe(0);
    expect(openIn(conflict, { ...NOTHING_CHOSEN, leavesOut: true })).toBe(0);
    expect(openIn({ ...conflict, theirs: null }, NOTHING_CHOSEN)).toBe(0);
  });

  it("say whose value is taken", () => {
    expect(takenOf("both", undefined)).toBeNull();
    expect(takenOf("both", "theirs")).toBe("theirs");
    expect(takenOf("theirs", "mine")).toBe("theirs");
    expect(takenOf("mine", undefined)).toBe("mine");
  });

  it("are told to the server with the version that was seen", () => {
    const seen = { collection: "c", code: "a", stands: 2 };
    expect(resolutionOf(conflict, { leavesOut: false, properties: { name: "mine" }, geometry: "theirs" })).toEqual({
      ...seen,
      action: "merge",
      properties: { name: "mine" },
      geometry: "theirs",
    });
    expect(resolutionOf(conflict, { ...NOTHING_CHOSEN, leavesOut: true })).toEqual({ ...seen, action: "leave-out" });
    const drawn = { type: "Point" as const, coordinates: [1, 2] };
    expect(resolutionOf(conflict, { ...NOTHING_CHOSEN, geometry: { drawn } }).geometry).toEqual(drawn);
    expect(resolutionOf({ ...conflict, geometry: "mine" }, { ...NOTHING_CHOSEN, geometry: "theirs" }).geometry).toBe(
      undefined,
    );
  });

  it("depend on who withdraws", () => {
    expect([
      kindOf(conflict),
      kindOf({ mine: state, theirs: null }),
      kindOf({ mine: null, theirs: state }),
      kindOf({ mine: null, theirs: null }),
    ]).toEqual(["changed", "theirs-withdrew", "mine-withdraws", "gone"]);
  });
});
