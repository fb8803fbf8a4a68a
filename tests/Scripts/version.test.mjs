import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import test from "node:test";
import { newest, released } from "../../scripts/lib/changelog.mjs";
import { at } from "../../scripts/lib/paths.mjs";
import { version } from "../../scripts/lib/version.mjs";

const text = (file) => readFileSync(at(file), "utf8");

test("package, lock file and changelog name one version", () => {
  const lock = JSON.parse(text("package-lock.json"));
  assert.deepEqual(
    [lock.version, lock.packages[""].version, newest(text("CHANGELOG.md"))],
    [version, version, version],
  );
});

test("a tag of this commit is that version", () => {
  let tags = "";
  try {
    tags = execFileSync("git", ["tag", "--points-at", "HEAD", "v*"], { cwd: at(), encoding: "utf8" });
  } catch {
    // a copy without its history has no tags
  }
  assert.deepEqual(
    tags.split("\n").filter((tag) => tag !== "" && tag !== `v${version}`),
    [],
  );
});

test("a release moves what was unreleased under its version", () => {
  const before = "# Changelog\n\n## [Unreleased]\n\n### Added\n\n- A.\n\n## [0.1.0] - 2026-01-01\n\n- B.\n";
  const after = released(before, "0.2.0", new Date("2026-11-29T12:00:00Z"));
  assert.equal(
    after,
    "# Changelog\n\n## [Unreleased]\n\n## [0.2.0] - 2026-11-29\n\n### Added\n\n- A.\n\n## [0.1.0] - 2026-01-01\n\n- B.\n",
  );
  assert.equal(newest(after), "0.2.0");
});

test("with nothing to release there is no release", () => {
  assert.throws(() => released("## [Unreleased]\n\n## [0.1.0] - x\n- B.\n", "0.2.0", new Date()), /nothing to release/);
});
