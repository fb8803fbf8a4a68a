import assert from "node:assert/strict";
import test from "node:test";
import { isLeftOut, named } from "../../scripts/lib/named.mjs";

const pattern = (names) => new RegExp(named(names).playwright[1]);

test("without names every runner is told nothing", () => {
  assert.deepEqual(named(undefined), { xunit: [], node: [], vitest: [], playwright: [] });
});

test("a test is found by a part of its name in whatever case, or by one of several", () => {
  assert.match("the URL keeps the filter", pattern("url"));
  assert.match("the list", pattern("url|LIST"));
  assert.doesNotMatch("the map", pattern("url|list"));
});

test("what stands in a name is no pattern", () => {
  assert.match("f(x) = 1.5", pattern("f(x) = 1.5"));
  assert.doesNotMatch("f(x) = 105", pattern("1.5"));
});

test("xunit is told the words with the underscores of a method as well", () => {
  assert.deepEqual(named("sort by|bbox").xunit, [
    "-displayName",
    "*sort by*",
    "-displayName",
    "*sort_by*",
    "-displayName",
    "*bbox*",
  ]);
});

test("a test that was not asked for is not counted as skipped, one that waits for something is", () => {
  assert.ok(isLeftOut({}));
  assert.ok(isLeftOut({ message: " test name does not match pattern" }));
  assert.ok(!isLeftOut({ message: "the text of the plan is not here" }));
});
