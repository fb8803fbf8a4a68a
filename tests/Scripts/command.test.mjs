import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { chmodSync, copyFileSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import test from "node:test";
import { at } from "../../scripts/lib/paths.mjs";
import { scratch } from "./scratch.mjs";

const commands = Object.entries(JSON.parse(readFileSync(at("package.json"), "utf8")).scripts).filter(([, line]) =>
  line.startsWith("node scripts/command.cjs "),
);

/** What a command says, and with what it ends; whatever it says is no stack. */
function told(script, words, env = {}) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [script, ...words], {
    encoding: "utf8",
    cwd: at(),
    env: { ...process.env, ...env },
    timeout: 30_000,
  });
  assert.doesNotMatch(stderr, /^\s+at /m);
  return { status, text: `${stdout}${stderr}`.trim() };
}

for (const [name, line] of commands)
  test(`npm run ${name} refuses what it does not know in a sentence that says what it does know`, () => {
    const command = line.split(" ").at(-1);
    for (const words of [["--no-such-option"], ["1", "2", "3", "4", "5", "6", "7", "8", "9", "one-word-too-many"]]) {
      const { status, text } = told(at("scripts", "command.cjs"), [command, ...words]);
      assert.equal(status, 1, text);
      assert.match(text, /^[^\n]+\. Use: npm (start|test|run [\w:-]+)/, text);
      assert.equal(text.split("\n").length, 1, text);
    }
  });

test("npm start says what a port is, also when it is left out", () => {
  for (const words of [["--port"], ["--port", "many"], ["--port", "70000"]]) {
    const { status, text } = told(at("scripts", "command.cjs"), ["start", ...words]);
    assert.equal(status, 1, text);
    assert.equal(text.split("\n").length, 1, text);
  }
});

test("an older Node.js is told which one is needed", () => {
  const folder = scratch();
  mkdirSync(join(folder, "scripts"));
  copyFileSync(at("scripts", "command.cjs"), join(folder, "scripts", "command.cjs"));
  writeFileSync(join(folder, "package.json"), JSON.stringify({ engines: { node: ">=999.1" } }));
  const { status, text } = told(join(folder, "scripts", "command.cjs"), ["start"]);
  assert.equal(status, 1);
  assert.match(text, /^SpatialPlan needs Node\.js 999\.1 or later, and this is \d+\.\d+\.\d+: install it from/);
});

test("an older .NET is told which one is needed", () => {
  const folder = scratch();
  const dotnet = join(folder, "dotnet");
  writeFileSync(dotnet, "#!/bin/sh\necho '8.0.100 [/usr/share/dotnet/sdk]'\n");
  chmodSync(dotnet, 0o755);
  const { status, text } = told(at("scripts", "command.cjs"), ["load-scale", "1"], {
    PATH: `${folder}:${process.env.PATH}`,
  });
  assert.equal(status, 1);
  assert.match(
    text,
    /^SpatialPlan needs the \.NET SDK 10\.0\.100 or later of version 10, and only 8\.0\.100 is installed/,
  );
});
