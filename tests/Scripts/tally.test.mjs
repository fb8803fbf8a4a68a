import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import test from "node:test";
import { explain, Stop } from "../../scripts/lib/say.mjs";
import { fromNode, fromPlaywright, fromVitest, fromXunit, tallied, words } from "../../scripts/lib/tally.mjs";
import { scratch } from "./scratch.mjs";

const file = (value) => {
  const path = join(scratch(), "report");
  writeFileSync(path, typeof value === "string" ? value : JSON.stringify(value));
  return path;
};

test("xunit's report is counted, each failure with its message", () => {
  const tests = ["passed", "passed", "failed", "skipped"].map((status, i) => ({
    name: `t${i}`,
    status,
    message: `m${i}`,
  }));
  const tally = fromXunit(file({ results: { tests } }));
  assert.equal(words(tally), "2 passed, 1 failed, 1 skipped");
  assert.deepEqual(tally.failed, [{ name: "t2", message: "m2\n".trim() }]);
});

test("a client test file that cannot be loaded is a failure", () => {
  const testResults = [
    { name: "a", status: "passed", assertionResults: [{ fullName: "a", status: "passed" }] },
    { name: "b", status: "failed", message: "cannot load", assertionResults: [] },
  ];
  assert.equal(words(fromVitest(file({ testResults }))), "1 passed, 1 failed, 0 skipped");
});

test("browser tests are counted in nested suites, and measurements are kept", () => {
  const spec = (status, annotations = []) => ({ title: status, tests: [{ status, annotations, results: [] }] });
  const inner = {
    title: "inner",
    specs: [spec("expected", [{ type: "measured", description: "drawn: 9 ms" }]), spec("unexpected")],
  };
  const tally = fromPlaywright(
    file({ suites: [{ title: "file", specs: [spec("skipped")], suites: [inner] }], errors: [] }),
  );
  assert.equal(words(tally), "1 passed, 1 failed, 1 skipped");
  assert.deepEqual(tally.measured, ["drawn: 9 ms"]);
});

test("the lines of node's own test runner are counted", () => {
  const tap =
    "TAP version 13\nok 1 - good\nnot ok 2 - bad\n  ---\n  error: 'no'\n  ...\nok 3 - later # SKIP no display\n1..3\n";
  assert.equal(words(fromNode(file(tap))), "1 passed, 1 failed, 1 skipped");
});

test("a report that was not written counts nothing", () => {
  assert.equal(words(fromXunit("/nowhere/report")), "0 passed, 0 failed, 0 skipped");
});

test("a full disk is said in words, whoever ran into it", () => {
  assert.match(explain(new Stop("initdb: could not write file: No space left on device")), /^The disk is full\./);
  assert.equal(explain(new Stop("one sentence")), "one sentence");
});

test("a test that fails stops no other, and tests that break off are a failure", async () => {
  const tally = await tallied(async (test) => {
    await test("bad", () => assert.fail("no"));
    await test("good", async () => {});
    throw new Error("broke off");
  });
  assert.equal(words(tally), "1 passed, 2 failed, 0 skipped");
  assert.deepEqual(
    tally.failed.map(({ message }) => message),
    ["no", "broke off"],
  );
});
