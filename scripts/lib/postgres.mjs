import { spawnSync } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { delimiter, dirname, join } from "node:path";

export const oldestMajor = 15;

/** Every PostgreSQL of this machine that is new enough: {bin, major, postgis}, newest first. */
export function installedPostgres() {
  const found = new Map();
  for (const bin of candidates()) {
    if (!["postgres", "initdb", "pg_ctl", "psql"].every((tool) => existsSync(join(bin, tool)))) continue;
    const major = Number(
      /(\d+)/.exec(spawnSync(join(bin, "postgres"), ["--version"], { encoding: "utf8" }).stdout ?? "")?.[1],
    );
    if (major >= oldestMajor && !found.has(major)) found.set(major, { bin, major, postgis: hasPostgis(bin, major) });
  }
  return [...found.values()].sort((a, b) => b.major - a.major);
}

/** The one to use: the version that made an existing cluster, else the newest one with PostGIS. */
export function usablePostgres(madeBy) {
  const withPostgis = installedPostgres().filter((postgres) => postgres.postgis);
  return madeBy ? withPostgis.find((postgres) => postgres.major === madeBy) : withPostgis[0];
}

function candidates() {
  const versioned = (parent, pattern, inside) =>
    existsSync(parent)
      ? readdirSync(parent)
          .filter((name) => pattern.test(name))
          .map((name) => join(parent, name, inside))
      : [];
  return [
    ...versioned("/usr/lib/postgresql", /^\d+$/, "bin"),
    ...versioned("/usr", /^pgsql-\d+$/, "bin"),
    ...["/opt/homebrew/opt", "/usr/local/opt"].flatMap((parent) => versioned(parent, /^postgresql(@\d+)?$/, "bin")),
    ...(process.env.PATH ?? "").split(delimiter).filter((path) => existsSync(join(path, "postgres"))),
  ];
}

function hasPostgis(bin, major) {
  if (existsSync(`/usr/share/postgresql/${major}/extension/postgis.control`)) return true;
  const tool = [join(bin, "pg_config"), join(dirname(bin), "bin", "pg_config")].find((path) => existsSync(path));
  const share = tool && spawnSync(tool, ["--sharedir"], { encoding: "utf8" }).stdout?.trim();
  return Boolean(share) && existsSync(join(share, "extension", "postgis.control"));
}
