import { performance } from "node:perf_hooks";
import { percentiles } from "../faults/clients.mjs";
import { must, person, send } from "../lib/person.mjs";

const many = 10_000;
const large = "approving a change set of 10,000 features";

const ofMany = [
  { name: large, write: approvingMany, connections: 1, isOnce: true, budget: { milliseconds: 10_000 } },
  {
    name: "a feature by id, four at once, alone",
    write: async ({ beside }) => beside.alone,
    isOnce: true,
    with: large,
  },
  {
    name: "a feature by id, four at once, during that approval",
    write: async ({ beside }) => beside.during,
    isOnce: true,
    with: large,
  },
];

/**
 * What writing costs at the server, by real accounts over HTTP, one request after the other: saving a draft, approving one
 * feature, and, where there are so many to change, approving ten thousand at once while others read.
 */
export const writeMeasures = (projects) => [
  { name: "saving a draft", write: savingDrafts, connections: 1, budget: { milliseconds: 15 } },
  { name: "approving a change set of one feature", write: approvingOne, connections: 1, budget: { milliseconds: 50 } },
  // A third of the samples is surveyed, and some are approved singly.
  ...(projects >= 5 * many ? ofMany : []),
];

/** Samples that stand as they were filled in and have a place: as many as ten rounds take. */
async function samples(url) {
  const codes = [];
  for (
    let next = `${url}/ogc/collections/projects/items?placement=surveyed&origin=import&limit=${many}&properties=code&skipGeometry=true`;
    next && codes.length < 2 * many;
  ) {
    const { features, links } = must(await send("GET", next)).json;
    codes.push(...features.map(({ id }) => id));
    next = links.find(({ rel }) => rel === "next")?.href;
  }
  return codes;
}

/** Who writes in a database, made once, and which sample is the next that nobody has changed. */
export async function writers(url, database) {
  const number = Math.floor(Math.random() * 1e6);
  return {
    url,
    staff: await person(url, database, `bench-staff-${number}`, "staff"),
    reviewer: await person(url, database, `bench-reviewer-${number}`, "reviewer"),
    codes: await samples(url),
    next: 0,
    beside: {},
  };
}

async function savingDrafts({ url, staff, codes, next }, seconds) {
  const code = codes[next];
  const { geometry } = (await send("GET", `${url}/ogc/collections/projects/items/${code}`)).json;
  const content = (number) => ({
    based_on: 1,
    properties: { name_en: `Draft ${number}`, investment_cny: 10_000 * number },
    geometry,
    note: `saved ${number} times`,
  });
  const first = must(await staff.ask("POST", "/api/drafts", { body: { collection: "projects", code, ...content(0) } }));
  let { tag } = first;
  const answers = [];
  for (const until = performance.now() + seconds * 1000; performance.now() < until; ) {
    const answer = must(
      await staff.ask("PUT", `/api/drafts/${first.json.id}`, { body: content(answers.length + 1), tag }),
    );
    tag = answer.tag;
    answers.push(answer);
  }
  must(await staff.ask("DELETE", `/api/drafts/${first.json.id}`, { tag }));
  return summary(answers);
}

async function approvingOne(writers, seconds) {
  const answers = [];
  for (const until = performance.now() + seconds * 1000; performance.now() < until || answers.length < 5; )
    answers.push(await approve(writers, await submitted(writers, 1)));
  return summary(answers);
}

async function approvingMany(writers) {
  const set = await submitted(writers, many);
  const read = (isOver) => reading(writers, 4, isOver);
  const end = performance.now() + 5000;
  writers.beside.alone = summary(await read(() => performance.now() > end));
  let isOver = false;
  const beside = read(() => isOver);
  const answer = await approve(writers, set);
  isOver = true;
  writers.beside.during = summary(await beside);
  return summary([answer]);
}

/** A change set of so many samples that stand as they were filled in, submitted: its path and its tag. */
async function submitted(writers, number) {
  const codes = writers.codes.slice(writers.next, writers.next + number);
  writers.next += number;
  const features = codes.map((code) => ({
    collection: "projects",
    code,
    based_on: 1,
    // A sample lacks what a submission needs.
    properties: {
      name_en: `Measured ${code}`,
      source: "digitised",
      placement_reason_zh: "示例",
      placement_reason_en: "Sample",
    },
  }));
  if (features.length < number) throw new Error("There are too few samples that nobody has changed.");
  const body = { title: `Measured ${writers.next}`, basis: "document 1 of 2026", features };
  const made = must(await writers.staff.ask("POST", "/api/change-sets", { body }));
  const path = `/api/change-sets/${made.json.id}`;
  return { path, tag: must(await writers.staff.ask("POST", `${path}/submit`, { tag: made.tag })).tag };
}

const approve = async ({ reviewer }, { path, tag }) => must(await reviewer.ask("POST", `${path}/approve`, { tag }));

/** So many readers, each asking for one feature after the other, until it is over. */
async function reading({ url, codes }, readers, isOver) {
  const answers = [];
  const one = async (number) => {
    while (!isOver())
      answers.push(
        must(await send("GET", `${url}/ogc/collections/projects/items/${codes[(number++ * 7919) % codes.length]}`)),
      );
  };
  await Promise.all(Array.from({ length: readers }, (_, number) => one(number)));
  return answers;
}

function summary(answers) {
  const total = answers.reduce((sum, { ms }) => sum + ms, 0);
  return { count: answers.length, perSecond: (1000 * answers.length) / total, ...percentiles(answers) };
}
