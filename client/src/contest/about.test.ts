import { describe, expect, it } from "vitest";
import { keyOf, parsePlace, writePlace } from "./about.ts";

describe("a place as it is typed", () => {
  it.each([
    ["116.61, 35.42", [116.61, 35.42]],
    ["116.61，35.42", [116.61, 35.42]],
    [" 116.61 35.42 ", [116.61, 35.42]],
    ["-0.5,-10", [-0.5, -10]],
  ])("%s is longitude and latitude", (text, place) => {
    expect(parsePlace(text)).toEqual(place);
  });

  it.each(["", "here", "35.42", "35.42, 116.61", "181, 10", "116.61, 35.42, 7"])("%s is none", (text) => {
    expect(parsePlace(text)).toBeNull();
  });

  it("is read as it is written", () => {
    expect(parsePlace(writePlace([116.612345, 35.4]))).toEqual([116.61235, 35.4]);
  });
});

describe("what is contested", () => {
  it("has one form, whichever of its sentences is read", () => {
    const about = { kind: "paragraph", paragraph: "fyp14-chapter-1-p1", sentences: 3 } as const;
    expect(keyOf({ ...about, sentence: 1 })).toBe(keyOf({ ...about, sentence: null }));
    expect(keyOf({ kind: "feature", collection: "a", code: "b" })).toBe("a/b");
  });
});
