import { dirname, join, normalize } from "node:path/posix";
import { beforeAll, describe, expect, it, vi } from "vitest";
import { allMessages, translate, wordsReady } from "./t.ts";
import "../contest/parts/words.ts";
import "../controls/parts/words.ts";
import "../enquiry/parts/words.ts";
import "../parks/parts/words.ts";

/** The pages of investors speak four languages; what they say with words of other rooms is in the shared files. */
const LANGUAGES = ["ja", "ko"] as const;
const PAGES = [
  "../parks/parks-page.tsx",
  "../parks/compare-page.tsx",
  "../policies/policies-page.tsx",
  "../enquiry/enquiry-sheet.tsx",
];
/** What a room knows is followed where it is of these pages, or says where something stands; panels always. */
const FOLLOWED = /^\.\.\/(?:parks|policies|enquiry|notices|layout)\/|^\.\.\/reading\/locator-text\.ts$/;

const files = import.meta.glob<string>("../**/*.{ts,tsx}", { query: "?raw", import: "default", eager: true });
const rooms = import.meta.glob<Record<string, string>>(
  [
    "../contest/**/words.zh.json",
    "../parks/**/words.zh.json",
    "../enquiry/**/words.zh.json",
    "../policies/**/words.zh.json",
  ],
  { import: "default", eager: true },
);

/** The sources that the pages are made of. */
function sourcesOfPages(): string[] {
  const seen = new Set(PAGES);
  // a set goes on through what is added to it
  for (const file of seen)
    for (const [, target = ""] of (files[file] ?? "").matchAll(/(?:from|import) "(\.[^"]+\.tsx?)"/g)) {
      const path = normalize(join(dirname(file), target));
      if (path.endsWith(".tsx") || FOLLOWED.test(path)) seen.add(path);
    }
  return [...seen];
}

const argumentsOf = (message = "") => [...message.matchAll(/\{(\w+)\}/g)].map((found) => found[1]).sort();

describe("the words of the investor's pages", () => {
  let own: string[] = [];
  let said: string[] = [];
  beforeAll(async () => {
    // the words of the catalogue are not meant here
    vi.stubGlobal("fetch", () => Promise.reject(new Error("away")));
    for (const language of LANGUAGES) await wordsReady(language);
    const zh = allMessages("zh");
    own = Object.values(rooms).flatMap(Object.keys);
    said = sourcesOfPages()
      .flatMap((file) => [...(files[file] ?? "").matchAll(/"([a-z_]+(?:\.[a-z_-]+)*)"/g)].map(([, key = ""]) => key))
      .filter((key) => key in zh);
  });

  it("are found", () => {
    expect(own.length).toBeGreaterThan(100);
    expect(said).toEqual(expect.arrayContaining(["cite.open", "not_stated", "parks.musts", "enquiry.send"]));
  });

  it.each(LANGUAGES)("are all there in %s, but for the English singular", (language) => {
    const words = allMessages(language);
    const wanted = [...own, ...said].filter((key) => !key.endsWith("_one"));
    expect([...new Set(wanted)].filter((key) => !words[key]?.trim())).toEqual([]);
  });

  it.each(LANGUAGES)("are words of the Chinese files, with their arguments, in %s", (language) => {
    const [words, zh] = [allMessages(language), allMessages("zh")];
    const differing = Object.keys(words).filter(
      (key) => argumentsOf(words[key]).join() !== argumentsOf(zh[key]).join(),
    );
    expect(differing).toEqual([]);
    expect(Object.keys(words).filter((key) => !(key in zh))).toEqual([]);
  });

  it("are in English where a language has none", () => {
    expect(translate("ja", "projects.count", { count: 1 })).toBe("1 project");
    expect(translate("ko", "projects.count", { count: 2 })).toBe("2 projects");
    expect(translate("ja", "parks.result", { count: 1 })).toBe("産業パーク1か所");
  });
});
