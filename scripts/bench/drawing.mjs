import { readFileSync } from "node:fs";
import { Agent, request } from "node:http";
import { performance } from "node:perf_hooks";
import { setTimeout as sleep } from "node:timers/promises";
import { percentiles } from "../faults/clients.mjs";
import { at } from "../lib/paths.mjs";

/**
 * People who draw, asking as the client does (client/src/site-check/asking.ts): a corner follows the hand sixty times a second,
 * every move drops the question in flight and begins the rest anew, and what has rested is asked. Nobody has two questions at once.
 */
const PEOPLE = 10;
const FRAME_MS = 1000 / 60;
const CORNERS = 50;
/** How long a hand moves and then looks, in milliseconds: some pauses are shorter than the client's rest. */
const MOVES = [200, 1500];
const LOOKS = [60, 1200];
/** So often somebody begins another site. */
const ANOTHER = 0.05;

const restMs = () => {
  const rest = /REST_MS = (\d+);/.exec(readFileSync(at("client", "src", "site-check", "asking.ts"), "utf8"));
  return Number(rest[1]);
};

/** The same numbers in every run: Park and Miller's generator. */
function numbers(seed) {
  let state = seed;
  const next = () => {
    state = (state * 48271) % 2147483647;
    return state / 2147483647;
  };
  return { next, between: ([least, most]) => least + next() * (most - least) };
}

export async function drawing({ url, seconds }) {
  const rest = restMs();
  const agent = new Agent({ keepAlive: true, maxSockets: 2 * PEOPLE });
  const ends = performance.now() + seconds * 1000;
  const found = { answers: [], bytes: 0, wrong: 0, dropped: 0 };
  await Promise.all(Array.from({ length: PEOPLE }, (_, person) => draw(numbers(person + 1))));
  agent.destroy();
  const number = found.answers.length;
  return {
    perSecond: number / seconds,
    ...percentiles(found.answers),
    count: number + found.dropped,
    bytes: found.bytes / number,
    wrong: found.wrong,
  };

  async function draw({ next, between }) {
    let site;
    let inFlight;
    let resting;
    while (performance.now() < ends) {
      if (!site || next() < ANOTHER)
        site = { x: 116.58 + 0.24 * next(), y: 35.33 + 0.18 * next(), size: 0.001 + 0.004 * next() };
      for (const until = performance.now() + between(MOVES); performance.now() < until; await sleep(FRAME_MS)) {
        const corner = 0.8 + 0.2 * next();
        clearTimeout(resting);
        inFlight?.drop();
        resting = setTimeout(() => {
          inFlight = ask(outline(site, corner));
        }, rest);
      }
      await sleep(between(LOOKS));
    }
    clearTimeout(resting);
    await inFlight?.ended;
  }

  function ask(body) {
    const began = performance.now();
    let isOver = false;
    let sent;
    const ended = new Promise((resolve) => {
      const over = (isWrong) => {
        found.wrong += isWrong && !isOver ? 1 : 0;
        isOver = true;
        resolve();
      };
      sent = request(
        `${url}/api/projects/check`,
        { method: "POST", agent, headers: { "Content-Type": "application/json" } },
        (answer) => {
          let bytes = 0;
          answer.on("data", (part) => (bytes += part.length));
          answer.on("error", () => over(true));
          answer.on("end", () => {
            if (!isOver) {
              found.answers.push({ ms: performance.now() - began });
              found.bytes += bytes;
            }
            over(answer.statusCode !== 200);
          });
        },
      );
      sent.on("error", () => over(true));
      sent.end(body);
    });
    return {
      ended,
      drop: () => {
        if (isOver) return;
        isOver = true;
        found.dropped += 1;
        sent.destroy();
      },
    };
  }
}

/** One corner of fifty is held by the hand. */
function outline({ x, y, size }, held) {
  const ring = Array.from({ length: CORNERS }, (_, corner) => {
    const radius = size * (corner === 0 ? held : 0.9);
    const turn = (2 * Math.PI * corner) / CORNERS;
    return [x + radius * Math.cos(turn), y + radius * Math.sin(turn)].map((degree) => Number(degree.toFixed(7)));
  });
  return JSON.stringify({ type: "Polygon", coordinates: [[...ring, ring[0]]] });
}
