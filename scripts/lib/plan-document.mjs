import { existsSync, readdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { root } from "./paths.mjs";

/**
 * The text of the plan for the tests, undefined when nobody put it anywhere: where PLAN_DOCUMENT says, in the checkout,
 * or beside it (plan.txt, plan/plan.txt, in whatever folder there), or the same beside a folder above, as for a checkout
 * that an automatic build makes somewhere below.
 */
export function planDocument(checkout = root, named = process.env.PLAN_DOCUMENT) {
  if (named) return named;
  const own = join(checkout, "gis-data", "plan", "plan.txt");
  return existsSync(own) ? own : beside(checkout);
}

function beside(checkout) {
  for (let folder = dirname(checkout); ; folder = dirname(folder)) {
    const places = ["", ...folders(folder)].map((name) => join(folder, name));
    for (const place of places)
      for (const path of [join(place, "plan", "plan.txt"), join(place, "plan.txt")]) if (existsSync(path)) return path;
    if (folder === dirname(folder)) return undefined;
  }
}

function folders(path) {
  try {
    return readdirSync(path, { withFileTypes: true })
      .filter((entry) => entry.isDirectory() || entry.isSymbolicLink())
      .map(({ name }) => name)
      .sort();
  } catch {
    return [];
  }
}
