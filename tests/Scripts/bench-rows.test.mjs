import assert from "node:assert/strict";
import { test } from "node:test";
import { measures } from "../../scripts/bench/measures.mjs";
import { chosen } from "../../scripts/bench/rows.mjs";

const rows = measures(100_000);
const names = (text, among = rows) => chosen(among, [text]).map(({ name }) => name);

test("a row that is chosen brings the row that it is measured with", () => {
  const [large, during] = [
    "approving a change set of 10,000 features",
    "a feature by id, four at once, during that approval",
  ];
  assert.deepEqual(names("four at once, during"), [large, during]);
  assert.deepEqual(names("feature by id"), ["feature by id", large, "a feature by id, four at once, alone", during]);
});

test("where there are fewer to change than a row takes, it is left out with those that are measured with it", () => {
  assert.deepEqual(names("feature by id", measures(10_000)), ["feature by id"]);
});

test("a row that is chosen brings those that it is compared with, and what they are compared with", () => {
  const tile = ["tile z14–16, 4 layers, uncached", "raw on unordered 4326 tables", "MapServer, the same tiles"];
  assert.deepEqual(names("4 layers, uncached"), tile);
  assert.deepEqual(names("gzip, from"), ["the same, gzip, from a server with its cache"]);
  const [first, ...others] = tile;
  assert.deepEqual(names("the same, gzip"), [
    first,
    "the same, gzip",
    "the same, gzip, from a server with its cache",
    ...others,
  ]);
  assert.deepEqual(names("cached tile"), ["nginx, static tile", "cached tile"]);
  assert.deepEqual(names("static tile"), ["nginx, static tile"]);
});

test("no row needs one that is not there", () => {
  for (const { name } of rows) assert.ok(names(name.toLowerCase()).includes(name));
});
