import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import test from "node:test";
import { claim } from "../../scripts/lib/claim.mjs";
import { root, runtime } from "../../scripts/lib/paths.mjs";

test("a second run of the tests in a checkout is refused before it touches the results of the first", () => {
  mkdirSync(runtime, { recursive: true });
  // npm test, which runs this, holds it; by itself this test does
  const release = claim(join(runtime, "testing"));
  try {
    const { status, stdout, stderr } = spawnSync(process.execPath, ["scripts/test.mjs", "checks"], {
      cwd: root,
      encoding: "utf8",
      timeout: 60_000,
    });
    assert.equal(status, 1);
    assert.match(stdout + stderr, /Tests run in this checkout already/);
  } finally {
    release?.();
  }
});
