import { installedPostgres } from "./postgres.mjs";
import { Stop } from "./say.mjs";

/** The keys of an Npgsql address and the variables in which libpq wants them. */
const variables = {
  host: "PGHOST",
  server: "PGHOST",
  port: "PGPORT",
  username: "PGUSER",
  "user id": "PGUSER",
  user: "PGUSER",
  password: "PGPASSWORD",
  passfile: "PGPASSFILE",
  database: "PGDATABASE",
  "ssl mode": "PGSSLMODE",
  sslmode: "PGSSLMODE",
  "root certificate": "PGSSLROOTCERT",
};

/** Keys with values that a semicolon ends, but for those in quotes, where a doubled quote is one. */
const pairs = /\s*([^=;]+?)\s*=\s*(?:"((?:[^"]|"")*)"|'((?:[^']|'')*)'|([^;]*))\s*(?:;|$)/g;

/** Npgsql writes VerifyFull where libpq writes verify-full. */
const sslMode = (value) => value.replace(/(?<=[a-z])(?=[A-Z])/g, "-").toLowerCase();

/** An Npgsql address as environment of psql, pg_dump and the like. */
export function libpq(address) {
  const found = {};
  for (const [, key, double, single, plain] of address.matchAll(pairs)) {
    const name = variables[key.toLowerCase()];
    const value = double?.replaceAll('""', '"') ?? single?.replaceAll("''", "'") ?? plain.trim();
    if (name) found[name] = name === "PGSSLMODE" ? sslMode(value) : value;
  }
  return found;
}

/** A program of PostgreSQL of the newest version that is installed. */
export const tool = (name) => {
  const [newest] = installedPostgres();
  return newest ? `${newest.bin}/${name}` : name;
};

/** The database that an address names. @throws {Stop} It names none. */
export function databaseOf(address) {
  const { PGDATABASE } = libpq(address);
  if (!PGDATABASE)
    throw new Stop("ConnectionStrings__Plan names no Database: write it as Host=…;Database=…;Username=….");
  return PGDATABASE;
}
