import { readdirSync, readFileSync } from "node:fs";
import { basename, dirname, join, normalize, sep } from "node:path";
import { describe, expect, it } from "vitest";
import { collectionDefinitions } from "./catalogue.ts";

/**
 * The rooms of the client: a folder is a capability, with its signals (`view.ts`), its requests, its panels and its
 * words. What others may use of it lies at its top, what is its own in a folder below.
 */
const root = import.meta.dirname;

/** What every room stands on, and what each of these may use; they know no capability. */
const ground: Record<string, readonly string[]> = {
  api: [],
  geo: ["symbols"],
  symbols: ["api"],
  url: ["notices"],
  appearance: ["url"],
  language: ["api", "url", "controls"],
  controls: ["language", "appearance", "symbols", "api"],
  notices: ["language", "controls"],
  storage: [],
};

/** Words of our own that a collection is called by too: a page, parts of an answer and what the API calls them, a group of hits, a subject of the API of targets, a list of a panorama. */
const namesOfOurOwn = [
  "api/answers.ts",
  ...["layout/view.ts", "layout/pages.ts", "app/shortcuts.ts", "app/parts/find-park.tsx", "app/parts/left-panel.tsx"],
  ...["parks/view.ts", "parks/match.ts", "parks/compare-page.tsx"],
  ...["answer/parts-of-answer.ts", "answer/answer-strip.tsx", "answer/answer.ts", "search/parts/search-rows.ts"],
  ...[
    "targets/targets.ts",
    "targets/indicators.ts",
    "targets/parts/subject-list.tsx",
    "horizon/parts/target-figures.tsx",
  ],
  ...["panorama/open.ts", "panorama/parts/panorama.tsx"],
];

type Source = { file: string; room: string; text: string; imports: string[] };

const roomOf = (file: string): string => (file.includes(sep) ? (file.split(sep)[0] ?? "") : "");
const isPanel = (file: string): boolean => file.endsWith(".tsx");
const isHook = (file: string): boolean => basename(file).startsWith("use-");

const sources: Source[] = readdirSync(root, { recursive: true, encoding: "utf8" })
  .filter(
    (file) =>
      /\.tsx?$/.test(file) && !/\.test\.tsx?$/.test(file) && !["fixture.ts", "test-setup.ts"].includes(basename(file)),
  )
  .map((file) => {
    const text = readFileSync(join(root, file), "utf8");
    const targets = [...text.matchAll(/(?:from|import)\s*\(?\s*"([^"]+)"/g)].map((match) => match[1] ?? "");
    const imports = targets.map((target) => (target.startsWith(".") ? normalize(join(dirname(file), target)) : target));
    return { file, room: roomOf(file), text, imports };
  });
const rooms = [...new Set(sources.map(({ room }) => room))].filter((room) => room !== "");

/** Arrows from room to room between files of a kind; words (.json) and style (.css) are no arrows. */
function arrows(ofPanels: boolean): Map<string, Set<string>> {
  const found = new Map<string, Set<string>>(rooms.map((room) => [room, new Set()]));
  for (const { file, room, imports } of sources.filter((source) => isPanel(source.file) === ofPanels && source.room))
    for (const target of imports)
      if (/\.tsx?$/.test(target) && isPanel(target) === ofPanels && roomOf(target) !== "" && roomOf(target) !== room)
        found.get(roomOf(file))?.add(roomOf(target));
  return found;
}

/** The rooms of a loop of arrows, in their order; none when there is no loop. */
function loopIn(all: ReadonlyMap<string, ReadonlySet<string>>): string[] {
  const done = new Set<string>();
  const walk = (room: string, path: readonly string[]): string[] => {
    if (path.includes(room)) return [...path.slice(path.indexOf(room)), room];
    if (done.has(room)) return [];
    for (const next of all.get(room) ?? []) {
      const loop = walk(next, [...path, room]);
      if (loop.length > 0) return loop;
    }
    done.add(room);
    return [];
  };
  for (const room of all.keys()) {
    const loop = walk(room, []);
    if (loop.length > 0) return loop;
  }
  return [];
}

/** Files that use something they may not, as "who uses what". */
function guilty(may: (source: Source, target: string) => boolean, of: readonly Source[] = sources): string[] {
  return of.flatMap((source) =>
    source.imports.filter((target) => !may(source, target)).map((target) => `${source.file} uses ${target}`),
  );
}

describe("the rooms of the client", () => {
  it("are found", () => {
    expect(rooms.length).toBeGreaterThan(20);
    expect(Object.keys(ground).filter((room) => !rooms.includes(room))).toEqual([]);
  });

  it("have no loop between what they know", () => {
    expect(loopIn(arrows(false))).toEqual([]);
  });

  it("have no loop between their panels", () => {
    expect(loopIn(arrows(true))).toEqual([]);
  });

  it("a loop would be seen", () => {
    expect(
      loopIn(
        new Map([
          ["a", new Set(["b"])],
          ["b", new Set(["c"])],
          ["c", new Set(["b"])],
        ]),
      ),
    ).toEqual(["b", "c", "b"]);
  });

  it("show what they know: no signal and no function of a room needs a panel", () => {
    expect(
      guilty(
        (source, target) => isPanel(source.file) || !isPanel(target),
        sources.filter(({ room }) => room),
      ),
    ).toEqual([]);
  });

  it("use of each other what lies at the top of a room", () => {
    const isTop = (target: string) => target.split(sep).length <= 2;
    const isOwn = (source: Source, target: string) => roomOf(target) === source.room;
    const isNear = (target: string) => target.endsWith(".ts") || target.endsWith(".tsx");
    expect(guilty((source, target) => !isNear(target) || isOwn(source, target) || isTop(target))).toEqual([]);
  });

  it.each(Object.keys(ground))("%s is ground and knows no capability", (room) => {
    const mine = sources.filter((source) => source.room === room);
    const may = (target: string) =>
      roomOf(target) === room || roomOf(target) === "" || ground[room]?.includes(roomOf(target));
    expect(guilty((_, target) => !/\.tsx?$/.test(target) || Boolean(may(target)), mine)).toEqual([]);
  });

  it("only the map knows Leaflet", () => {
    expect(guilty((source, target) => source.room === "map" || !target.startsWith("leaflet"))).toEqual([]);
  });

  it("only panels, their controls, the frame and hooks know Preact; the rest knows signals at most", () => {
    const isPreact = (target: string) => target === "preact" || target.startsWith("preact/");
    const may = ({ file, room }: Source) => isPanel(file) || isHook(file) || room === "controls" || room === "app";
    expect(guilty((source, target) => may(source) || !isPreact(target))).toEqual([]);
  });

  it("ask the server in their requests and nowhere else", () => {
    const asking = sources.filter(({ text }) => /\bfetch\(|XMLHttpRequest|EventSource/.test(text));
    expect(
      asking
        .map(({ file }) => file)
        .filter((file) => file !== join("api", "request.ts") && !/requests\.ts$/.test(file)),
    ).toEqual([]);
  });

  it("know the addresses of the server in their requests and nowhere else", () => {
    const naming = sources.filter(({ text }) =>
      /[`"'](?:\/?ogc|\/?api|health)\/[a-z]/.test(text.replace(/^import.*$/gm, "")),
    );
    expect(naming.map(({ file }) => file).filter((file) => !/requests\.ts$/.test(file))).toEqual([]);
  });

  it("ask how large a collection is where one of its two implementations is chosen, and nowhere else", () => {
    const asking = (name: RegExp) => sources.filter(({ text }) => name.test(text)).map(({ file }) => file);
    expect(asking(/\bisLarge\b/)).toEqual([join("features", "features-in.ts"), join("features", "large.ts")]);
    // the map paints their tiles: a property of the source, not of what is known of the features
    const naming = asking(/\blargeCollections\b/).filter((file) => roomOf(file) !== "features");
    expect(naming.every((file) => roomOf(file) === "map")).toBe(true);
    expect(asking(/from "[./]+features\/(?:held|asked)\.ts"/)).toEqual([]);
  });

  it("have nothing of gis-data built in: the catalogue is that of the server", () => {
    expect(
      sources.filter(({ text }) => /from "[^"]*gis-data|import\.meta\.glob/.test(text)).map(({ file }) => file),
    ).toEqual([]);
  });

  it("name no collection: what one is and how it is drawn is said by the package, by role and drawing", () => {
    const name = new RegExp(`["'\`](?:${collectionDefinitions.map(({ id }) => id).join("|")})["'\`]`);
    const naming = sources.filter(({ text }) => name.test(text)).map(({ file }) => file.replaceAll(sep, "/"));
    expect(naming.filter((file) => !namesOfOurOwn.includes(file))).toEqual([]);
    expect(namesOfOurOwn.filter((file) => !naming.includes(file))).toEqual([]);
  });

  it("load parts through one piece, which says when they do not come", () => {
    const loaded = sources
      .filter(({ file }) => file !== join("api", "lazy-part.ts"))
      .flatMap(({ file, text }) => [...text.matchAll(/.*\bimport\(/g)].map(([line]) => ({ file, line })));
    expect(loaded).not.toEqual([]);
    expect(loaded.filter(({ line }) => !/\blazyPart\(\(\) => import\($/.test(line))).toEqual([]);
  });

  it("are files about one thing: none has more than 200 lines but the answers, which are made", () => {
    const long = sources.filter(({ text }) => text.trimEnd().split("\n").length > 200);
    expect(long.map(({ file }) => file)).toEqual([join("api", "answers.ts")]);
  });

  it("draw a button that is nothing but an icon with the shared control", () => {
    const drawn = sources.filter((source) => /\bclass="icon-button|"icon-button"[,;]/.test(source.text));
    expect(drawn.map((source) => source.file)).toEqual([join("controls", "icon-button.tsx")]);
  });
});
