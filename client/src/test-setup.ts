import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { vi } from "vitest";
import type { Catalogue } from "./api/answers.ts";

/** For every test: both languages, and the catalogue of gis-data in the shape in which the server sends it, a member a file. */
const folder = join(import.meta.dirname, "..", "..", "gis-data", "catalogue");

const filesIn = (path: string): [string, unknown][] =>
  readdirSync(path)
    .filter((file) => file.endsWith(".json"))
    .sort()
    .map((file) => [basename(file, ".json"), JSON.parse(readFileSync(join(path, file), "utf8"))]);

const vocabularies = filesIn(join(folder, "vocabularies")).map(([, file]) => {
  return [(file as { vocabulary: string }).vocabulary, file] as const;
});

const catalogue = {
  revision: 1,
  hash: "of-the-tests",
  ...Object.fromEntries(filesIn(folder)),
  vocabularies: Object.fromEntries(vocabularies),
} as Catalogue;

vi.mock("./catalogue-source.ts", () => ({ catalogueSource: Promise.resolve(catalogue) }));

const { wordsReady } = await import("./language/t.ts");
await wordsReady("en");
