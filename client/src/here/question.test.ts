import { expect, it } from "vitest";
import { type Drawn, ofParts, ringOf } from "../drawing/geometry.ts";
import { fitsLink, MOST_CORNERS, parseQuestion, serialiseQuestion } from "./question.ts";

const ring = ringOf([
  [116.6, 35.4],
  [116.61, 35.4],
  [116.605, 35.41],
]);
const hole = ringOf([
  [116.604, 35.402],
  [116.606, 35.402],
  [116.605, 35.404],
]);

it.each<[string, Drawn, string]>([
  ["a point", { type: "Point", coordinates: [116.6, -35.412345] }, "116.6,-35.412345"],
  ["an outline", ofParts([[ring]]), "116.6,35.4/116.61,35.4/116.605,35.41"],
  [
    "a hole and another part",
    ofParts([[ring, hole], [hole]]),
    "116.6,35.4/116.61,35.4/116.605,35.41:116.604,35.402/116.606,35.402/116.605,35.404=116.604,35.402/116.606,35.402/116.605,35.404",
  ],
])("a link carries %s and brings it back", (_, drawn, text) => {
  expect(serialiseQuestion(drawn)).toBe(text);
  expect(parseQuestion(text)).toEqual(drawn);
});

it.each([
  "",
  "116.6",
  "116.6,35.4/116.7,35.5",
  "1e9,2",
  "181,35",
  "116,91",
  "116,35,1",
  "a,b",
  "116.6,35.4/x,y/1,2",
  "116.6,35.4:",
  "=,",
  "<b>,1",
])("%s is no question", (text) => {
  expect(parseQuestion(text)).toBeNull();
});

it("is bounded: neither written nor read with more corners than a link holds", () => {
  const round = (count: number) =>
    ofParts([[ringOf(Array.from({ length: count }, (_, i) => [116 + Math.cos(i), 35 + Math.sin(i)]))]]);
  expect(fitsLink(round(MOST_CORNERS))).toBe(true);
  expect(serialiseQuestion(round(MOST_CORNERS)).length).toBeLessThan(4200);
  expect(fitsLink(round(MOST_CORNERS + 1))).toBe(false);
  expect(serialiseQuestion(round(MOST_CORNERS + 1))).toBe("");
  expect(
    parseQuestion(
      Array(MOST_CORNERS + 1)
        .fill("116.6,35.4")
        .join("/"),
    ),
  ).toBeNull();
});

it("does not carry what is being drawn, nor a line", () => {
  expect(serialiseQuestion(ofParts([[ringOf([[116.6, 35.4]])]]))).toBe("");
  expect(
    serialiseQuestion({
      type: "LineString",
      coordinates: [
        [116.6, 35.4],
        [116.7, 35.4],
      ],
    }),
  ).toBe("");
});
