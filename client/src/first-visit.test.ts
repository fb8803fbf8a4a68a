import { readFileSync } from "node:fs";
import { dirname, join, normalize } from "node:path";
import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";

const root = import.meta.dirname;

/** The files that come with the first visit: what is imported from a file on, without what is fetched when it is wanted. */
function comesWith(file: string, found = new Set<string>()): Set<string> {
  if (found.has(file)) return found;
  found.add(file);
  if (!/\.tsx?$/.test(file)) return found;
  const text = readFileSync(join(root, file), "utf8");
  for (const [, target = ""] of text.matchAll(/^(?:import|export)\s(?!type\b)[^;]*?"(\.[^"]+)";/gm))
    comesWith(normalize(join(dirname(file), target)), found);
  return found;
}

describe("what investors' pages add to a first visit", () => {
  const ofInvestors = [...comesWith("main.tsx")].filter((file) => /^(?:parks|enquiry|policies)\//.test(file));

  it("is at most 15 kB, even as it is written, before a build has made it smaller", () => {
    expect(ofInvestors.length).toBeGreaterThan(3);
    const packed = gzipSync(ofInvestors.map((file) => readFileSync(join(root, file), "utf8")).join("\n"));
    expect(packed.length).toBeLessThanOrEqual(15_000);
  });

  it("has no panel of theirs", () => {
    expect(ofInvestors.filter((file) => file.endsWith(".tsx"))).toEqual([]);
  });
});
