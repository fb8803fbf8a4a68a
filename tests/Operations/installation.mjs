import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { privateCluster } from "../../scripts/lib/cluster.mjs";
import { logins } from "../../scripts/lib/database.mjs";
import { at } from "../../scripts/lib/paths.mjs";
import { person } from "../../scripts/lib/person.mjs";
import { freePort } from "../../scripts/lib/port.mjs";
import { run } from "../../scripts/lib/run.mjs";
import { serverVerb, startServer } from "../../scripts/lib/server.mjs";

/** A real installation on a cluster of its own, with the plan, accounts, drafts, change sets under review and approved ones. */
export async function installation() {
  const cluster = privateCluster({ throwAway: true });
  await cluster.start();
  const database = { ...logins(cluster, "spatialplan"), own: cluster };
  await serverVerb("Loading the plan", ["load", at("gis-data")], database);
  const port = await freePort();
  const url = `http://localhost:${port}`;
  const server = startServer({ port, database: { ...database, plan: undefined }, name: "operations" });
  await server.ready();
  const staff = await person(url, database, "drafter", "staff");
  const reviewer = await person(url, database, "judge", "reviewer");
  const folder = mkdtempSync(join(tmpdir(), "spatialplan-operations-"));
  return {
    cluster,
    database,
    url,
    staff,
    reviewer,
    folder,
    /** What statements give, without a head. */
    async sql(text, name = "spatialplan") {
      const [command, args] = cluster.psql(name);
      const { code, stdout, stderr } = await run(command, [...args, "-q", "-A", "-t", "-v", "ON_ERROR_STOP=1", "-c", text]);
      assert.equal(code, 0, stderr);
      return stdout.trim();
    },
    async end() {
      await server.stop();
      await cluster.stop();
      await cluster.leave();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Of answers that are wanted: what they say. */
export function must(answer, status) {
  assert.equal(answer.status, status, JSON.stringify(answer.json ?? answer.error?.message));
  return answer;
}

/** Changes the English name of a project, submitted and approved by real accounts. Answers with the change set. */
export async function approved({ staff, reviewer }, code, name_en, basedOn) {
  const body = {
    title: `A name for ${code}`,
    basis: "document 1 of 2026",
    features: [{ collection: "projects", code, based_on: basedOn, properties: { name_en } }],
  };
  const made = must(await staff.ask("POST", "/api/change-sets", { body }), 201);
  const path = `/api/change-sets/${made.json.id}`;
  const submitted = must(await staff.ask("POST", `${path}/submit`, { tag: made.tag }), 200);
  return must(await reviewer.ask("POST", `${path}/approve`, { tag: submitted.tag }), 200).json;
}
