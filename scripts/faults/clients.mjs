import { Agent, get } from "node:http";

const agent = new Agent({ keepAlive: true, maxSockets: 1000 });

/** A request: status, headers and body, and how long it took; -1 when nothing came back. */
export function ask(address, { headers = {}, limit = 60_000 } = {}) {
  const start = performance.now();
  return new Promise((resolve) => {
    const done = (status, more = {}) => resolve({ status, ms: performance.now() - start, headers: {}, ...more });
    const request = get(address, { agent, headers, timeout: limit }, (answer) => {
      const chunks = [];
      answer.on("data", (chunk) => chunks.push(chunk));
      answer.on("end", () => done(answer.statusCode, { headers: answer.headers, body: Buffer.concat(chunks) }));
      answer.on("error", (error) => done(-1, { error }));
    });
    request.on("timeout", () => request.destroy(new Error(`nothing within ${limit} ms`)));
    request.on("error", (error) => done(-1, { error }));
  });
}

/** So many clients, each asking one address after the other until `until` (ms of the clock); all answers. */
export async function crowd(addresses, clients, until) {
  const answers = [];
  const one = async (number) => {
    for (let turn = number; Date.now() < until; turn++) {
      const address = addresses[turn % addresses.length];
      const answer = await ask(address);
      answers.push({ ...answer, body: undefined, address, at: Date.now() });
      // Who is told to come back later does.
      if (answer.status === 503 || answer.status < 0) await pause(200);
    }
  };
  await Promise.all(Array.from({ length: clients }, (_, number) => one(number)));
  return answers;
}

export const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

/** How long until the answer is 200, in ms; an error after `limit`. */
export async function untilWell(address, limit = 30_000) {
  const start = Date.now();
  while ((await ask(address, { limit: 5000 })).status !== 200) {
    if (Date.now() - start > limit) throw new Error(`${address} is not well after ${limit} ms`);
    await pause(50);
  }
  return Date.now() - start;
}

export const quantile = (answers, share) => {
  const times = answers.map(({ ms }) => ms).sort((one, other) => one - other);
  return times[Math.min(times.length - 1, Math.floor(share * times.length))] ?? Number.NaN;
};

/** What a row of a table says of the times of answers, in ms. */
export const percentiles = (answers) => ({
  p50: quantile(answers, 0.5),
  p95: quantile(answers, 0.95),
  p99: quantile(answers, 0.99),
});

export const longest = (answers) => Math.max(...answers.map(({ ms }) => ms));

/** "200: 12, 503: 3" */
export const statuses = (answers) => {
  const counts = new Map();
  for (const { status } of answers) counts.set(status, (counts.get(status) ?? 0) + 1);
  return [...counts].map(([status, count]) => `${status}: ${count}`).join(", ");
};
