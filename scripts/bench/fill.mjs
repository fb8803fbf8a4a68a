import { libpq, tool } from "../lib/libpq.mjs";
import { at } from "../lib/paths.mjs";
import { must } from "../lib/run.mjs";

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
