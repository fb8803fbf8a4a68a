import assert from "node:assert/strict";
import { askAll, unwell } from "../bench/asking.mjs";
import { otherQuestions, questions } from "../bench/questions.mjs";
import { quantile } from "./clients.mjs";
import { withFeatures } from "./features.mjs";

/** What a hundred thousand features may take at most on a noisy machine: ten times what they take on a quiet one. */
const limits = { page: 2000, usual: 300 };

/** Asks a hundred thousand features; a plan gone wrong takes seconds here already. */
export async function questionTests(place, testAny, measured) {
  const { url } = place;
  const test = withFeatures(place, testAny);
  const tell = (what, answers) =>
    measured(
      `${what}: ${answers.length} answers, p50 ${quantile(answers, 0.5).toFixed(0)} ms, p95 ${quantile(answers, 0.95).toFixed(0)} ms; slowest ${answers
        .slice(0, 3)
        .map(({ name, ms }) => `${ms.toFixed(0)} ms ${name}`)
        .join("; ")}`,
    );
  const hold = (answers) => {
    assert.deepEqual(unwell(answers), []);
    assert.ok(quantile(answers, 0.95) < limits.usual, `p95 ${quantile(answers, 0.95)} ms`);
    assert.ok(answers[0].ms < limits.page, `${answers[0].name} took ${answers[0].ms} ms`);
  };

  await test("No page takes long, whatever selects and sorts it", async () => {
    const answers = await askAll(url, questions(7));
    tell("pages", answers);
    hold(answers);
  });

  await test("No count, tile, place or name takes long under any filter", async () => {
    const answers = await askAll(url, otherQuestions());
    tell("counts, tiles, places and names", answers);
    hold(answers);
  });
}
