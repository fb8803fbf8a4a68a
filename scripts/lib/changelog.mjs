import { Stop } from "./say.mjs";

const UNRELEASED = "## [Unreleased]\n";

/** The newest version that a changelog names; null before the first. */
export const newest = (changelog) => /^## \[(\d+\.\d+\.\d+)\]/m.exec(changelog)?.[1] ?? null;

/** The changelog with what was unreleased under the heading of a version. */
export function released(changelog, version, date) {
  const [before, after] = changelog.split(UNRELEASED);
  if (after === undefined) throw new Stop("CHANGELOG.md has no heading [Unreleased].");
  const [changes] = after.split(/^## /m);
  if (changes.trim() === "")
    throw new Stop("CHANGELOG.md has nothing under [Unreleased]: there is nothing to release.");
  return `${before}${UNRELEASED}\n## [${version}] - ${date.toISOString().slice(0, 10)}\n${after}`;
}
