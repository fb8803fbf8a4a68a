import { describe, expect, it } from "vitest";
import { boundsOfPlaces, isMoved, placesOf } from "./compare.ts";

const point = (lon: number, lat: number) => ({ type: "Point", coordinates: [lon, lat] });
const state = (geometry: Record<string, unknown> | null) => ({ properties: {}, geometry });

describe("places before and after", () => {
  it("are both there when something moves, and one when it does not", () => {
    const moved = { action: "change", before: state(point(116, 35)), after: state(point(117, 36)) };
    expect(placesOf(moved)).toEqual({ before: point(116, 35), after: point(117, 36) });
    expect(isMoved(moved)).toBe(true);
    const same = { ...moved, after: state(point(116, 35)) };
    expect(placesOf(same)).toEqual({ before: null, after: point(116, 35) });
    expect(isMoved(same)).toBe(false);
  });

  it("are the old one alone of what is taken off the plan, the new one alone of what had none", () => {
    expect(placesOf({ action: "withdraw", before: state(point(116, 35)), after: null })).toEqual({
      before: point(116, 35),
      after: null,
    });
    expect(placesOf({ action: "change", before: state(null), after: state(point(116, 35)) })).toEqual({
      before: null,
      after: point(116, 35),
    });
  });

  it("have one box around all of them, and none where nothing has a place", () => {
    const places = [
      { before: null, after: { type: "Point" as const, coordinates: [116, 36] } },
      {
        before: {
          type: "LineString" as const,
          coordinates: [
            [115, 35],
            [117, 35.5],
          ],
        },
        after: null,
      },
    ];
    expect(boundsOfPlaces(places)).toEqual([115, 35, 117, 36]);
    expect(boundsOfPlaces([{ before: null, after: null }])).toBeNull();
  });
});
