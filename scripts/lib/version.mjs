import { readFileSync } from "node:fs";
import { at } from "./paths.mjs";

/** The one version: of the npm package, the assembly, the API, the newest heading of CHANGELOG.md and the tag. */
export const version = JSON.parse(readFileSync(at("package.json"), "utf8")).version;
