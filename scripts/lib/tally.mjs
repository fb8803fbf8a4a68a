import { readFileSync } from "node:fs";
import { say } from "./say.mjs";

/** What a stage of tests found: counts, the failures with their words, the skips with their reasons. */
export const emptyTally = () => ({ passed: 0, failed: [], skipped: [], measured: [] });

/** What `tests` finds, given the function with which it names a test and does its work. One that fails stops no other. */
export async function tallied(tests) {
  const tally = emptyTally();
  const failed = (name, error) => tally.failed.push({ name, message: error.message });
  const test = async (name, work) => {
    try {
      await work();
      tally.passed++;
    } catch (error) {
      failed(name, error);
    }
  };
  await tests(test).catch((error) => failed("the tests themselves", error));
  return tally;
}

export function add(total, more) {
  total.passed += more.passed;
  total.failed.push(...more.failed);
  total.skipped.push(...more.skipped);
  total.measured.push(...more.measured);
}

export const words = (tally) =>
  `${tally.passed} passed, ${tally.failed.length} failed, ${tally.skipped.length} skipped`;

/** xunit's report (Common Test Report Format). */
export function fromXunit(file) {
  return gather(json(file)?.results.tests ?? [], (test) => ({
    name: test.name,
    state: test.status,
    message: [test.message, test.trace].filter(Boolean).join("\n"),
  }));
}

export function fromVitest(file) {
  const files = json(file)?.testResults ?? [];
  const tests = files.flatMap((file) => file.assertionResults.map((test) => ({ ...test, file: file.name })));
  // A file that cannot even be loaded has no tests to fail: it is a failure of its own.
  const broken = files.filter(
    (file) => file.status === "failed" && !file.assertionResults.some((test) => test.status === "failed"),
  );
  const tally = gather(tests, (test) => ({
    name: test.fullName,
    state: test.status,
    message: test.failureMessages?.join("\n"),
  }));
  tally.failed.push(...broken.map((file) => ({ name: file.name, message: file.message })));
  return tally;
}

export function fromPlaywright(file) {
  const report = json(file);
  const specs = [];
  const visit = (suite, above) => {
    const name = [above, suite.title].filter(Boolean).join(" › ");
    for (const spec of suite.specs ?? [])
      for (const test of spec.tests) specs.push({ name: `${name} › ${spec.title}`, test });
    for (const inner of suite.suites ?? []) visit(inner, name);
  };
  for (const suite of report?.suites ?? []) visit(suite, "");
  const state = { expected: "passed", flaky: "passed", skipped: "skipped", unexpected: "failed" };
  const tally = gather(specs, ({ name, test }) => ({
    name,
    state: state[test.status],
    message:
      test.annotations.find(({ type }) => type === "skip")?.description ??
      test.results.flatMap(({ errors }) => errors.map(({ message }) => message)).join("\n"),
  }));
  const notes = specs.flatMap(({ test }) => test.annotations).filter(({ type }) => type === "measured");
  tally.measured.push(...notes.map(({ description }) => description));
  tally.failed.push(...(report?.errors ?? []).map(({ message }) => ({ name: "browser tests", message })));
  return tally;
}

/** The TAP lines of `node --test`; what follows a failure up to the next test are its words. */
export function fromNode(file) {
  const blocks = text(file)
    .split(/^(?=(?:not )?ok \d+ - )/m)
    .filter((block) => /^(?:not )?ok /.test(block));
  return gather(blocks, (block) => {
    const [, not, name, skip] = /^(not )?ok \d+ - (.*?)(?: # SKIP(.*))?$/m.exec(block) ?? [];
    return { name, state: skip !== undefined ? "skipped" : not ? "failed" : "passed", message: skip ?? block };
  });
}

function gather(tests, read) {
  const tally = emptyTally();
  for (const test of tests.map(read)) {
    if (test.state === "passed") tally.passed++;
    else if (["skipped", "pending", "todo", "disabled"].includes(test.state))
      tally.skipped.push({ name: test.name, message: test.message });
    else tally.failed.push({ name: test.name, message: test.message });
  }
  return tally;
}

const json = (file) => JSON.parse(text(file) || "null") ?? undefined;

function text(file) {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return "";
  }
}

/** The end of every test command: failures and skips readable, the counts last. */
export function report(total) {
  const indent = (message, count) =>
    plain(message ?? "")
      .trim()
      .split("\n")
      .slice(0, count)
      .map((line) => `    ${line}`)
      .join("\n");
  for (const line of total.measured) say(`measured ${line}`);
  // Many tests wait for the same thing: the reason once, and under it the names of all.
  const reasonOf = ({ message }) => plain(message ?? "no reason given").split("\n")[0];
  for (const reason of new Set(total.skipped.map(reasonOf))) {
    say(`\nskipped: ${reason}`);
    for (const test of total.skipped) if (reasonOf(test) === reason) say(`    ${test.name}`);
  }
  for (const { name, message } of total.failed) say(`\nFAILED   ${name}\n${indent(message, 25)}`);
  say(`\n${words(total)}`);
  return total.failed.length > 0 ? 1 : 0;
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: colour codes of a terminal begin with one
const plain = (text) => text.replace(/\u001b\[[\d;]*m/g, "");
