import { vi } from "vitest";
import { catalogueIn } from "./fixture.ts";

// A worker takes one file after the other: modules, the page and what a browser remembers begin anew with each.
vi.resetModules();
vi.unstubAllGlobals();
vi.useRealTimers();
document.documentElement.innerHTML = "<head></head><body></body>";
for (const name of document.documentElement.getAttributeNames()) document.documentElement.removeAttribute(name);
history.replaceState(null, "", "/");
localStorage.clear();
sessionStorage.clear();

/** For every test: both languages, and the catalogue of gis-data. */
vi.mock("./catalogue-source.ts", () => ({ catalogueSource: Promise.resolve(catalogueIn("gis-data")) }));

const { wordsReady } = await import("./language/t.ts");
await wordsReady("en");
