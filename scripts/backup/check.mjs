import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { libpq, tool } from "../lib/libpq.mjs";
import { at } from "../lib/paths.mjs";
import { lastLines, run } from "../lib/run.mjs";
import { Stop } from "../lib/say.mjs";
import { version } from "../lib/version.mjs";
import { readBackup } from "./file.mjs";

/** The migrations that this version of SpatialPlan knows. */
const known = () => readdirSync(at("server", "Database", "Migrations")).filter((name) => name.endsWith(".sql"));

/**
 * What a backup file says of itself, before a database is touched: it is whole, and this version of SpatialPlan and of
 * PostgreSQL can take it. Answers with its manifest and the list of what pg_restore is to do.
 */
export async function checkBackup(file, migrations = known()) {
  const manifest = await readBackup(file);
  const later = manifest.migrations.filter((name) => !migrations.some((file) => name.endsWith(`.Migrations.${file}`)));
  if (later.length > 0)
    throw new Stop(
      `backup-of-a-later-schema: ${file} was made by SpatialPlan ${manifest.application}, and this is ${version}, which does not know ${later.join(", ")}. Nothing was changed; restore it with that version.`,
    );
  const { code, stdout, stderr } = await run(tool("pg_restore"), ["--list", file]);
  if (code !== 0) throw new Stop(`pg_restore cannot read ${file}: ${lastLines(stderr, 3)}. Nothing was changed.`);
  return { manifest, list: stdout.split("\n").filter(isOurs).join("\n") };
}

/** A server of an earlier PostgreSQL may not understand what a later one has written. */
export function refuseOlderServer(manifest, major) {
  if (manifest.postgres > major)
    throw new Stop(
      `backup-of-a-later-postgresql: it was made with PostgreSQL ${manifest.postgres}, and this server is ${major}. Nothing was changed; restore it into PostgreSQL ${manifest.postgres} or later.`,
    );
}

/** What a superuser prepares in a new database (PostGIS, rights to functions of PostgreSQL itself) is not restored by its owner. */
const isOurs = (line) =>
  !/^\d+; \d+ \d+ (EXTENSION|COMMENT - EXTENSION|ACL pg_catalog|TABLE DATA public spatial_ref_sys)\b/.test(line);

/** Restores into a database that holds nothing yet, all of it as the owner's. */
export async function fillFrom(file, list, { address, owner }) {
  const folder = mkdtempSync(join(tmpdir(), "spatialplan-restore-"));
  try {
    const listed = join(folder, "list");
    writeFileSync(listed, list);
    const options = ["--exit-on-error", "--no-owner", `--role=${owner}`, `--use-list=${listed}`, "--dbname="];
    const { code, signal, stderr } = await run(tool("pg_restore"), [...options, file], { env: libpq(address) });
    if (code !== 0)
      throw new Stop(
        `pg_restore failed (${signal ?? `exit code ${code}`}); what was there is as it was.\n${lastLines(stderr, 5)}`,
      );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
