import { askAll, unwell } from "./bench/asking.mjs";
import { otherQuestions, questions } from "./bench/questions.mjs";
import { quantile } from "./faults/clients.mjs";
import { number, options } from "./lib/options.mjs";
import { Stop, say } from "./lib/say.mjs";
import { main } from "./lib/shutdown.mjs";

/**
 * `npm run bench:questions -- http://localhost:5080 7`: asks a running installation that load-scale has filled every
 * seventh of some two thousand questions, and all that is asked beside pages, and lists the slowest.
 */
await main(async () => {
  const usage = "npm run bench:questions -- <address of the server> [each n-th]";
  const [url, each = "7"] = options(usage, {}, 2).positionals;
  if (!/^https?:\/\/./.test(url ?? "")) throw new Stop(`The address of a running server is missing. Use: ${usage}`);
  const every = number(usage, each, { least: 1, most: 10_000 });
  const answers = await askAll(url.replace(/\/$/, ""), [...questions(every), ...otherQuestions()]);
  for (const { name, ms, status } of answers.slice(0, 25)) say(`${ms.toFixed(0).padStart(6)} ms  ${status}  ${name}`);
  const [p50, p90, p99] = [0.5, 0.9, 0.99].map((share) => quantile(answers, share).toFixed(0));
  say(`${answers.length} answers: p50 ${p50} ms, p90 ${p90} ms, p99 ${p99} ms, ${unwell(answers).length} not well`);
  return unwell(answers).length === 0 ? 0 : 1;
});
