import { vi } from "vitest";
import { catalogueIn } from "./fixture.ts";

/** For every test: both languages, and the catalogue of gis-data. */
vi.mock("./catalogue-source.ts", () => ({ catalogueSource: Promise.resolve(catalogueIn("gis-data")) }));

const { wordsReady } = await import("./language/t.ts");
await wordsReady("en");
