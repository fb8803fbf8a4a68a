import { ask } from "../faults/clients.mjs";

/** Asks one question after the other, and of a page the one after it too; `{ name, ms, status }` of each, the slowest first. */
export async function askAll(url, questions, progress = () => {}) {
  const answers = [];
  const put = async (name, address) => {
    const { status, ms, body } = await ask(address, { limit: 40_000 });
    answers.push({ name, ms, status });
    return body;
  };
  for (const [number, { name, path }] of questions.entries()) {
    progress(number, questions.length);
    const body = await put(name, url + path);
    if (!path.includes("/items")) continue;
    const next = /"href":"([^"]+)","rel":"next"/.exec(body?.subarray(-4096).toString())?.[1];
    if (next) await put(`${name} · the page after it`, next);
  }
  return answers.sort((one, other) => other.ms - one.ms);
}

/** The answers that are no answers: a server that gives up says so with 503. */
export const unwell = (answers) => answers.filter(({ status }) => status !== 200 && status !== 204);
