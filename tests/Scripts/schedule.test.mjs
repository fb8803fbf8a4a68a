import assert from "node:assert/strict";
import { join } from "node:path";
import test from "node:test";
import { runStages } from "../../scripts/lib/schedule.mjs";
import { program } from "../../scripts/lib/stages.mjs";
import { emptyTally, fromNode, words } from "../../scripts/lib/tally.mjs";
import { scratch } from "./scratch.mjs";

/** Nothing on the terminal: the runner of these tests reads it. */
const quiet = { alone: (_, work) => work(), beside: (_, work) => work() };

/** Stages that note when they begin and end; `ends` says how. */
function noted() {
  const events = [];
  const stage = (name, more = {}, ends = emptyTally) => ({
    name,
    ...more,
    run: async () => {
      events.push(`+${name}`);
      await new Promise((resolve) => setTimeout(resolve, 20));
      events.push(`-${name}`);
      return ends();
    },
  });
  return { events, stage };
}

test("two stages go beside each other, one that is alone does not, and tests wait for what they use", async () => {
  const { events, stage } = noted();
  await runStages(
    [
      stage("build", { makes: "server" }),
      stage("lint"),
      stage("types"),
      stage("database", { uses: ["server"], alone: true }),
      stage("server", { uses: ["server"] }),
    ],
    {},
    quiet,
  );
  assert.deepEqual(events.slice(0, 2), ["+build", "+lint"]);
  assert.ok(events.indexOf("-build") < events.indexOf("+server"), events.join(" "));
  assert.deepEqual(events.slice(-2), ["+database", "-database"]);
});

test("tests whose build failed are a failure each, and others run", async () => {
  const { events, stage } = noted();
  const fails = () => ({ ...emptyTally(), failed: [{ name: "build", message: "no" }] });
  const total = await runStages(
    [
      stage("build", { makes: "server" }, fails),
      stage("server", { uses: ["server"] }),
      stage("client", { uses: [] }, () => ({ ...emptyTally(), passed: 3 })),
    ],
    {},
    quiet,
  );
  assert.equal(words(total), "3 passed, 2 failed, 0 skipped");
  assert.ok(!events.includes("+server"));
});

test("a stage that breaks off is a failure of its own", async () => {
  const run = () => Promise.reject(new Error("broke off"));
  const total = await runStages([{ name: "tests", uses: [], run }], {}, quiet);
  assert.deepEqual([total.failed[0].name, /broke off/.test(total.failed[0].message)], ["tests", true]);
});

test("what ran before the limit of a stage is counted, and the limit is said", async () => {
  const folder = scratch();
  const file = join(folder, "report.tap");
  const tests = `
    import { writeFileSync } from "node:fs";
    const lines = ["ok 1 - quick", "not ok 2 - bad"];
    process.on("SIGINT", () => { writeFileSync(${JSON.stringify(file)}, lines.join("\\n")); process.exit(130); });
    setInterval(() => {}, 1000);`;
  const options = ["--input-type=module", "-e", tests];
  const tally = await program("slow tests", process.execPath, options, { file, read: fromNode, minutes: 0.1 });
  assert.equal(words(tally), "1 passed, 2 failed, 0 skipped");
  assert.match(tally.failed[1].message, /^ended at the limit of 0\.1 minutes.*1 passed, 1 failed, 0 skipped.*--limit/);
});
