import { describe, expect, test } from "vitest";
import { collectionDefinitions, isFrame } from "../catalogue.ts";
import { PARTS, partOf } from "./parts-of-answer.ts";

describe("the parts of an answer", () => {
  test("have at least one collection each, as the groups of the catalogue say", () => {
    for (const part of PARTS)
      expect(
        collectionDefinitions.filter((one) => partOf(one) === part),
        part,
      ).not.toEqual([]);
  });

  test("count of the frame of the plan only what has industry chains", () => {
    const frame = collectionDefinitions.filter(({ id }) => isFrame(id));
    const counted = frame.filter((one) => partOf(one) !== null);
    expect(counted.length).toBeGreaterThan(0);
    expect(counted).toEqual(frame.filter(({ chain_property }) => chain_property));
    expect(frame.length).toBeGreaterThan(counted.length);
  });

  test("count a project and its site once", () => {
    const grounds = collectionDefinitions.filter(({ codes_of }) => codes_of);
    expect(grounds).not.toEqual([]);
    for (const ground of grounds) {
      expect(partOf(ground), ground.id).toBeNull();
      expect(collectionDefinitions.filter(({ id }) => id === ground.codes_of).map(partOf)).not.toContain(null);
    }
  });

  test("leave out a collection of a group that says no part", () => {
    expect(partOf({ id: "unheard-of", chain_property: "industry_chain" })).toBeNull();
  });
});
