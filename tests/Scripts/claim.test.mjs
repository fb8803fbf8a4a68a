import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { existsSync, readFileSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import test from "node:test";
import { fileURLToPath } from "node:url";
import { claim, holder, identity } from "../../scripts/lib/claim.mjs";
import { scratch } from "./scratch.mjs";

const lock = () => join(scratch(), "lock");
const ago = (path, ms) => utimesSync(path, new Date(Date.now() - ms), new Date(Date.now() - ms));

test("one claim holds until it is given back", () => {
  const path = lock();
  const release = claim(path);
  assert.equal(holder(path).pid, process.pid);
  assert.equal(claim(path), undefined);
  release();
  assert.equal(existsSync(path), false);
  claim(path)();
});

test("a claim of a process whose number a living one has been given since is taken over", () => {
  const path = lock();
  writeFileSync(path, JSON.stringify({ ...identity(process.ppid), started: "1", command: "npm start" }));
  assert.equal(holder(path), undefined);
  const release = claim(path);
  assert.equal(JSON.parse(readFileSync(path, "utf8")).pid, process.pid);
  release();
});

test("a claim of a living process of another command holds, however old it is", () => {
  const path = lock();
  writeFileSync(path, JSON.stringify({ ...identity(process.ppid), command: "npm start" }));
  ago(path, 3_600_000);
  assert.equal(claim(path), undefined);
  assert.deepEqual([holder(path).pid, holder(path).command], [process.ppid, "npm start"]);
});

test("a claim of another container or boot, or of an earlier version, holds for a minute after its last renewal", () => {
  for (const text of [JSON.stringify({ ...identity(process.pid), machine: "another" }), String(process.pid)]) {
    const path = lock();
    writeFileSync(path, text);
    assert.equal(claim(path), undefined);
    ago(path, 61_000);
    const release = claim(path);
    assert.ok(release, text);
    release();
  }
});

test("of many who take over a stale claim at once one gets it", async () => {
  const path = lock();
  writeFileSync(path, JSON.stringify({ ...identity(process.pid), pid: 4194300 }));
  const module = fileURLToPath(new URL("../../scripts/lib/claim.mjs", import.meta.url));
  const program = `import { claim } from ${JSON.stringify(module)}; const got = claim(process.argv[1]); console.log(got ? "got" : "not"); setTimeout(() => {}, 1500);`;
  const answers = await Promise.all(
    Array.from({ length: 6 }, async () => {
      const child = spawn(process.execPath, ["--input-type=module", "-e", program, path]);
      let text = "";
      for await (const chunk of child.stdout) text += chunk;
      return text.trim();
    }),
  );
  assert.equal(answers.filter((answer) => answer === "got").length, 1, answers.join(" "));
});
