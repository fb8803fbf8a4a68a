import { createHash } from "node:crypto";
import {
  closeSync,
  createReadStream,
  existsSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { dirname } from "node:path";
import { Stop } from "../lib/say.mjs";

/**
 * A backup is two files: what pg_dump wrote, and beside it its manifest (`<file>.json`), written last, so that a backup
 * without one was never finished. Both are for their owner only: they hold accounts.
 */
export const manifestOf = (file) => `${file}.json`;
const format = 1;
const mode = 0o600;

/** @throws {Stop} Something is there already. */
export function refuseExisting(file) {
  for (const path of [file, manifestOf(file)])
    if (existsSync(path))
      throw new Stop(
        `${path} is there already, and a backup overwrites nothing: name another file, or move that one away.`,
      );
  mkdirSync(dirname(file), { recursive: true });
}

/** Writes a file as a whole or not at all, and never over another one. `write` is given a descriptor to write to. */
export async function writeWhole(path, write) {
  const draft = `${path}.part-${process.pid}`;
  try {
    const descriptor = openSync(draft, "wx", mode);
    try {
      await write(descriptor);
      fsyncSync(descriptor);
    } finally {
      closeSync(descriptor);
    }
    linkSync(draft, path);
  } catch (error) {
    throw error.code === "EEXIST" ? new Stop(`${path} has come to be there meanwhile; it was left as it is.`) : error;
  } finally {
    rmSync(draft, { force: true });
  }
}

/** Of a backup whose dump is written; the manifest says its own sum too. */
export async function writeManifest(file, content) {
  const manifest = { format, ...content, dump: { bytes: statSync(file).size, sha256: await sha256(file) } };
  const whole = { ...manifest, sha256: sumOf(manifest) };
  await writeWhole(manifestOf(file), (descriptor) => writeFileSync(descriptor, `${JSON.stringify(whole, null, 2)}\n`));
  return whole;
}

/** The manifest of a backup whose files are as they were written. @throws {Stop} They are not, or it is none. */
export async function readBackup(file) {
  const manifest = readManifest(file);
  const damaged = (why) => new Stop(`${file} is damaged: ${why}. Nothing was changed; use another backup.`);
  const { bytes, sha256: sum } = manifest.dump;
  const found = statSync(file, { throwIfNoEntry: false });
  if (!found) throw new Stop(`There is no ${file}; its manifest alone restores nothing.`);
  if (found.size !== bytes) throw damaged(`it has ${found.size} bytes, and had ${bytes} when it was made`);
  if ((await sha256(file)) !== sum) throw damaged("its contents are not those that were written (SHA-256)");
  return manifest;
}

function readManifest(file) {
  const path = manifestOf(file);
  let text;
  try {
    text = readFileSync(path, "utf8");
  } catch (error) {
    throw new Stop(
      error.code === "ENOENT"
        ? `There is no ${path}, without which ${file} cannot be verified: both files of a backup belong together, and one without it was never finished.`
        : `${path} cannot be read: ${error.message}`,
    );
  }
  try {
    const { sha256: sum, ...manifest } = JSON.parse(text);
    if (manifest.format > format)
      throw new Stop(
        `${path} was written by a later version of SpatialPlan (${manifest.application}): restore it with that one.`,
      );
    if (sum === sumOf(manifest)) return manifest;
  } catch (error) {
    if (error instanceof Stop) throw error;
  }
  throw new Stop(`${path} is damaged: it is not what was written. Nothing was changed; use another backup.`);
}

const sumOf = (manifest) => createHash("sha256").update(JSON.stringify(manifest)).digest("hex");

async function sha256(file) {
  const hash = createHash("sha256");
  for await (const chunk of createReadStream(file)) hash.update(chunk);
  return hash.digest("hex");
}
