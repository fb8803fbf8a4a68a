import { createHash } from "node:crypto";
import { basename, resolve } from "node:path";
import { at, root } from "./paths.mjs";

/** The package that is loaded and shown: gis-data, or the one that PLAN_PACKAGE names from where the command was called. */
export const planPackage = (env = process.env) =>
  env.Plan__GisData
    ? resolve(at("server"), env.Plan__GisData)
    : env.PLAN_PACKAGE
      ? resolve(env.INIT_CWD ?? root, env.PLAN_PACKAGE)
      : at("gis-data");

/** The same for a server, which is started in a folder of its own. */
export const packageEnv = (env = process.env) => (env.PLAN_PACKAGE ? { PLAN_PACKAGE: planPackage(env) } : {});

/** Under which name a private cluster notes what its database was filled from; the plain one is of clusters with one database. */
export const filledNote = (env = process.env) => (env.PLAN_PACKAGE ? `filled ${databaseName(env)}` : "filled");

/** Its database in the private cluster: one each, so that a look at another package leaves the plan and its servers alone. */
export function databaseName(env = process.env) {
  if (!env.PLAN_PACKAGE) return "spatialplan";
  const folder = planPackage(env);
  const word = basename(folder)
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, "_")
    .slice(0, 30);
  return `spatialplan_${word}_${createHash("sha256").update(folder).digest("hex").slice(0, 8)}`;
}
