import { askAll, unwell } from "./bench/asking.mjs";
import { otherQuestions, questions } from "./bench/questions.mjs";
import { quantile } from "./faults/clients.mjs";
import { Stop, say } from "./lib/say.mjs";
import { main } from "./lib/shutdown.mjs";

/**
 * `npm run bench:questions -- http://localhost:5080 7`: asks a running installation that load-scale has filled every
 * seventh of some two thousand questions, and all that is asked beside pages, and lists the slowest.
 */
await main(async () => {
  const [url, every = "7"] = process.argv.slice(2);
  if (!url || !(Number(every) >= 1)) throw new Stop("npm run bench:questions -- <address of the server> [each n-th]");
  const answers = await askAll(url.replace(/\/$/, ""), [...questions(Number(every)), ...otherQuestions()]);
  for (const { name, ms, status } of answers.slice(0, 25)) say(`${ms.toFixed(0).padStart(6)} ms  ${status}  ${name}`);
  const [p50, p90, p99] = [0.5, 0.9, 0.99].map((share) => quantile(answers, share).toFixed(0));
  say(`${answers.length} answers: p50 ${p50} ms, p90 ${p90} ms, p99 ${p99} ms, ${unwell(answers).length} not well`);
  return unwell(answers).length === 0 ? 0 : 1;
});
