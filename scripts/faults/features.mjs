import assert from "node:assert/strict";
import { amounts, fill } from "../bench/fill.mjs";
import { untilWell } from "./clients.mjs";

export const features = 100_000;

let filling;

/** The tests that need a hundred thousand features, which are filled in before the first of them that is run. */
export const withFeatures = (place, test) => (name, work) =>
  test(name, async () => {
    filling ??= fillIn(place);
    await filling;
    await work();
  });

async function fillIn({ url, cluster, sql }) {
  await fill(cluster.connection(), features);
  assert.ok(Number(await sql("select count(*) from published.projects")) >= amounts(features).projects);
  await untilWell(`${url}/health/ready`);
}
