import { Stop, step } from "../lib/say.mjs";
import { psql } from "./fill.mjs";
import { memory } from "./load.mjs";
import { feature } from "./raw.mjs";

const cql = "investment_cny > 1e8 AND NOT (plan_status = 'existing')";
const from = (x, y) =>
  `from published.projects f where ST_Intersects(f.geom, ST_MakeEnvelope(116.4 + ${x} / 1000.0, 35.2 + ${y} / 1000.0, 116.45 + ${x} / 1000.0, 35.25 + ${y} / 1000.0, 4490)) and f.investment_cny > 1e8 and not (f.plan_status = 'existing') order by f.code limit 101;\n`;

/** A page in a rectangle of five kilometres under a condition: over HTTP, and as the statement written here once more. */
export const filteredPage = {
  lua: `local x, y = math.random(0, 400) / 1000, math.random(0, 400) / 1000\nlocal path = string.format("/ogc/collections/projects/items?filter=${encodeURIComponent(cql).replaceAll("%", "%%")}&bbox=%.3f,%.3f,%.3f,%.3f", 116.4 + x, 35.2 + y, 116.45 + x, 35.25 + y)`,
  script: `\\set i random(0, 400)\n\\set j random(0, 400)\nselect ${feature} || '}' ${from(":i", ":j")}`,
};

/** The same features from the server as from the statement. */
export async function compare(url, plan) {
  const path = `/ogc/collections/projects/items?filter=${encodeURIComponent(cql)}&bbox=116.6,35.4,116.65,35.45`;
  const codes = (await (await fetch(`${url}${path}`)).json()).features.map(({ id }) => id);
  const { stdout } = await psql(plan, ["-At", "-c", `select f.code ${from(200, 200)}`]);
  const expected = stdout.trim().split("\n").slice(0, 100);
  if (codes.length === 0 || codes.join() !== expected.join())
    throw new Stop(`The page holds other features than the statement gives: ${codes.length} and ${expected.length}.`);
}

/** Reads everything, page after page where there are pages, while the memory of the server is watched. */
export async function dump(url, path, pid) {
  const before = memory(pid);
  let [most, features] = [before, 0];
  const watch = setInterval(() => {
    most = Math.max(most, memory(pid));
  }, 20);
  await step(`Read ${path}`, async () => {
    for (let next = `${url}${path}`; next; ) {
      const page = await read(next);
      features += page.features;
      next = page.next;
    }
  });
  clearInterval(watch);
  return { features, megabytes: Math.round(most - before) };
}

const mark = '"type":"Feature",';

/** Counts what streams by; the link to the next page stands at the end. */
async function read(address) {
  const answer = await fetch(address);
  if (!answer.ok) throw new Stop(`${address} answered ${answer.status}.`);
  let [features, tail] = [0, ""];
  for await (const chunk of answer.body.pipeThrough(new TextDecoderStream())) {
    features += (tail.slice(1 - mark.length) + chunk).split(mark).length - 1;
    tail = (tail + chunk).slice(-4096);
  }
  return { features, next: /"href":"([^"]+)","rel":"next"/.exec(tail)?.[1] };
}
