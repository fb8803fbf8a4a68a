import { at } from "../lib/paths.mjs";
import { installedPostgres } from "../lib/postgres.mjs";
import { must } from "../lib/run.mjs";

/** The keys of an Npgsql address and the variables in which libpq wants them. */
const variables = {
  host: "PGHOST",
  server: "PGHOST",
  port: "PGPORT",
  username: "PGUSER",
  "user id": "PGUSER",
  password: "PGPASSWORD",
  database: "PGDATABASE",
};

/** An Npgsql address as environment of psql and pgbench. */
export const libpq = (address) =>
  Object.fromEntries(
    address
      .split(";")
      .map((pair) => pair.split("="))
      .map(([key, ...value]) => [variables[key.trim().toLowerCase()], value.join("=")])
      .filter(([name]) => name),
  );

export const tool = (name) => {
  const [newest] = installedPostgres();
  return newest ? `${newest.bin}/${name}` : name;
};

/** Roads are a fifth of the projects, sites a tenth and waters a two-hundredth, as a city has them. */
export const amounts = (projects) => ({
  projects,
  roads: Math.round(projects / 5),
  sites: Math.round(projects / 10),
  waters: Math.round(projects / 200),
});

export const fill = (address, projects) =>
  psql(address, [
    ...Object.entries(amounts(projects)).flatMap(([name, value]) => ["-v", `${name}=${value}`]),
    "-f",
    at("scripts", "bench", "scale.sql"),
  ]).then(() => undefined);

export const psql = (address, args, input) =>
  must("Filling the database", tool("psql"), ["-X", "-q", "-v", "ON_ERROR_STOP=1", ...args], {
    env: libpq(address),
    input,
  });
