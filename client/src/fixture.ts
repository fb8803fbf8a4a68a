import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import type { Catalogue } from "./api/answers.ts";
import type { PlanFeature } from "./api/types.ts";

/** For tests: what a package in this repository has, as the server would send it. */
const root = join(import.meta.dirname, "..", "..");

const read = (path: string) => JSON.parse(readFileSync(path, "utf8"));
const filesIn = (path: string): [string, unknown][] =>
  readdirSync(path)
    .filter((file) => file.endsWith(".json"))
    .sort()
    .map((file) => [basename(file, ".json"), read(join(path, file))]);

/** The catalogue of a package, a member a file; the vocabularies by their names. */
export function catalogueIn(folder: string): Catalogue {
  const path = join(root, folder, "catalogue");
  const vocabularies = filesIn(join(path, "vocabularies")).map(([, file]) => {
    return [(file as { vocabulary: string }).vocabulary, file] as const;
  });
  return {
    revision: 1,
    hash: "of-the-tests",
    ...Object.fromEntries(filesIn(path)),
    vocabularies: Object.fromEntries(vocabularies),
  } as Catalogue;
}

/** The features of a package by collection. */
export function layersIn(folder: string): Map<string, PlanFeature[]> {
  const path = join(root, folder, "layers");
  return new Map(
    readdirSync(path).map((file) => {
      const { features } = read(join(path, file)) as { features: PlanFeature[] };
      const complete = features.map((entry) => ({ ...entry, properties: { ...entry.properties, code: entry.id } }));
      return [basename(file, ".geojson"), complete];
    }),
  );
}
