import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { at, runtime } from "./paths.mjs";

const made = new Set(["bin", "obj", "dist", "node_modules", ".data", "test-results"]);
const store = join(runtime, "fingerprints.json");

/** Path, size and time of every file below: changes when anything was edited, and takes milliseconds. */
export function fingerprint(paths, also = "") {
  const hash = createHash("sha256").update(also);
  const visit = (path) => {
    const stat = statSync(path, { throwIfNoEntry: false });
    if (!stat) hash.update(`${path} absent\n`);
    else if (stat.isFile()) hash.update(`${path} ${stat.size} ${stat.mtimeMs}\n`);
    else for (const entry of readdirSync(path).sort()) if (!made.has(entry)) visit(join(path, entry));
  };
  for (const path of paths) visit(at(path));
  return hash.digest("hex");
}

/** Does the work unless its inputs are as they were and its output is there. */
export async function unlessUnchanged(name, inputs, output, work) {
  const now = fingerprint(inputs, output);
  if (read()[name] === now && existsSync(output)) return "unchanged";
  remember(name, undefined);
  await work();
  remember(name, fingerprint(inputs, output));
}

function remember(name, value) {
  mkdirSync(runtime, { recursive: true, mode: 0o755 });
  writeFileSync(store, JSON.stringify({ ...read(), [name]: value }, null, 2));
}

function read() {
  try {
    return JSON.parse(readFileSync(store, "utf8"));
  } catch {
    return {};
  }
}
