import { bench } from "./faults/bench.mjs";
import { faultTests } from "./faults/fault-tests.mjs";
import { killTests } from "./faults/kill-tests.mjs";
import { questionTests } from "./faults/question-tests.mjs";
import { scaleTests } from "./faults/scale-tests.mjs";
import { restoreNpm } from "./lib/build.mjs";
import { options } from "./lib/options.mjs";
import { ensurePackages, needs } from "./lib/packages.mjs";
import { checkPrerequisites } from "./lib/prerequisites.mjs";
import { say, step } from "./lib/say.mjs";
import { main } from "./lib/shutdown.mjs";
import { add, emptyTally, report, tallied } from "./lib/tally.mjs";
import { inTurn } from "./lib/turn.mjs";

/** `npm run test:faults`: what people see while the database hangs, is slow, full or away, how long until it is over, and what a hundred thousand features cost. `-- --grep "restarted|heavy"` runs those with one of these in their name. */
await main(async () => {
  const usage = "npm run test:faults [-- --grep <text|text>] [--yes]";
  const { values } = options(usage, { grep: { type: "string", default: "" }, yes: { type: "boolean" } });
  const wanted = values.grep.toLowerCase().split("|");
  checkPrerequisites();
  const place = await inTurn(async () => {
    await ensurePackages([needs.database, needs.gdal]);
    await step("Install the npm packages", restoreNpm);
    const place = await bench();
    await step("Build the server", place.build);
    return place;
  });
  await step("Start the server behind the fault proxy", () => place.start().ready());
  const total = emptyTally();
  for (const tests of [faultTests, killTests, scaleTests, questionTests]) {
    const tally = await tallied((test) =>
      tests(
        place,
        (name, work) => {
          if (!wanted.some((text) => name.toLowerCase().includes(text))) return;
          say(`› ${name}`);
          return test(name, () =>
            work().catch((error) => {
              // said now: the rest takes half an hour
              say(`  failed: ${error.message}`);
              throw error;
            }),
          );
        },
        (line) => say(`  measured ${line}`),
      ),
    );
    add(total, tally);
  }
  return report(total);
});
