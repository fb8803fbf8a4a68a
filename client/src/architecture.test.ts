import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, normalize, sep } from "node:path";
import { describe, expect, it } from "vitest";

const root = import.meta.dirname;

/** The arrows of docs/architecture.md: each folder and the folders it may use. */
const arrows: Record<string, readonly string[]> = {
  panels: ["state", "api", "catalogue", "i18n", "symbols"],
  map: ["state", "api", "catalogue", "symbols", "geo"],
  i18n: ["state", "api", "catalogue"],
  state: ["api", "catalogue"],
  symbols: ["api", "catalogue"],
  geo: ["symbols"],
  api: [],
};

type Source = { file: string; folder: string; text: string; imports: string[] };

const sources: Source[] = readdirSync(root, { recursive: true, encoding: "utf8" })
  .filter((file) => /\.tsx?$/.test(file) && !/\.test\.tsx?$/.test(file) && file.includes(sep))
  .map((file) => {
    const text = readFileSync(join(root, file), "utf8");
    return { file, folder: folderOf(file), text, imports: importsOf(text) };
  });

function folderOf(file: string): string {
  return file.split(sep)[0]?.replace(/\.tsx?$/, "") ?? "";
}

function importsOf(text: string): string[] {
  return [...text.matchAll(/(?:from|import)\s*\(?\s*"([^"]+)"/g)].map((match) => match[1] ?? "");
}

function foldersUsed(source: Source): string[] {
  return source.imports
    .filter((target) => target.startsWith("."))
    .map((target) => folderOf(normalize(join(dirname(source.file), target))))
    .filter((folder) => folder !== source.folder);
}

describe("the arrows of the client go one way", () => {
  it("knows every folder", () => {
    expect([...new Set(sources.map((source) => source.folder))].sort()).toEqual(Object.keys(arrows).sort());
  });

  it.each(Object.keys(arrows))("%s uses only what lies below it", (folder) => {
    const astray = sources
      .filter((source) => source.folder === folder)
      .flatMap((source) => foldersUsed(source).map((used) => ({ file: source.file, used })))
      .filter(({ used }) => !arrows[folder]?.includes(used));
    expect(astray).toEqual([]);
  });

  it("only the map knows Leaflet", () => {
    const astray = sources.filter(
      (source) => source.folder !== "map" && source.imports.some((name) => name.startsWith("leaflet")),
    );
    expect(astray.map((source) => source.file)).toEqual([]);
  });

  it("only panels know Preact; state, map and words know signals at most", () => {
    const astray = sources.filter(
      (source) =>
        source.folder !== "panels" && source.imports.some((name) => name === "preact" || name.startsWith("preact/")),
    );
    expect(astray.map((source) => source.file)).toEqual([]);
  });

  it("only api asks the server", () => {
    const astray = sources.filter(
      (source) => source.folder !== "api" && /\bfetch\(|XMLHttpRequest|EventSource/.test(source.text),
    );
    expect(astray.map((source) => source.file)).toEqual([]);
  });

  it("what is loaded later is loaded by lazyPart, which says when it does not come", () => {
    const loaded = sources
      .filter(({ file }) => file !== join("state", "parts.ts"))
      .flatMap(({ file, text }) => [...text.matchAll(/.*\bimport\(/g)].map(([line]) => ({ file, line })));
    expect(loaded).not.toEqual([]);
    expect(loaded.filter(({ line }) => !/\blazyPart\(\(\) => import\($/.test(line))).toEqual([]);
  });

  it("only the shared control draws a button that is nothing but an icon", () => {
    const drawn = sources.filter((source) => /\bclass="icon-button|"icon-button"[,;]/.test(source.text));
    expect(drawn.map((source) => source.file)).toEqual([join("panels", "controls", "icon-button.tsx")]);
  });
});
