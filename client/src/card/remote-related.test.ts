import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { askByCode } from "../features/by-code.ts";
import { fetched } from "../features/fetched.ts";
import { feature } from "../features/fixture.ts";
import { largeCollections } from "../features/large.ts";
import { collections, findByCode } from "../features/plan.ts";
import { selection } from "../selection/view.ts";
import { askRelatedAgain, MOST_RELATED, remoteRelatedOf, startRemoteRelated } from "./remote-related.ts";

/** A server with one project in park-2, and more that stand there. */
let asked: { url: URL; signal: AbortSignal | null | undefined }[] = [];
let away = false;
let crowded = false;
let more = false;
let stop = () => {};

function answer(url: URL): Response {
  if (away) return Response.json({ status: 503, code: "database-away" }, { status: 503 });
  if (url.pathname.includes("/api/plan/paragraphs/"))
    return Response.json({
      features: [
        { collection: "projects", code: "project-9", named: true },
        { collection: "projects", code: "project-8", named: false },
        { collection: "parks", code: "park-3", named: true },
      ],
      left_out: crowded ? [{ collection: "projects", number: 900, is_exact: false }] : [],
    });
  const { searchParams: query } = url;
  const codes = query.get("park") === "park-2" ? ["project-7"] : (query.get("code")?.split(",") ?? []);
  const features = codes.filter((code) => code.startsWith("project-")).map((code) => feature(code));
  const next = more && query.has("placed_by") ? [{ rel: "next", href: `${url.href}&token=1` }] : [];
  return Response.json({ features, links: next });
}
const codesBeside = () =>
  [...remoteRelatedOf("parks", "park-2").features].map(
    ([id, features]) => `${id} ${features.map((one) => one.id).join()}`,
  );
const open = (code: string) => {
  selection.value = { kind: "feature", collection: "parks", code };
};

beforeEach(() => {
  asked = [];
  away = false;
  crowded = false;
  more = false;
  vi.stubGlobal("fetch", async (url: URL, init?: RequestInit) => {
    asked.push({ url: new URL(url), signal: init?.signal });
    return answer(new URL(url));
  });
  const citation = {
    plan: "fyp14",
    part: 6,
    chapter: 24,
    section: 2,
    box: "6-6",
    item: 2,
    basis: "stated" as const,
    rule: null,
  };
  const paragraph = "fyp14-box-6-6-item-2";
  collections.value = new Map([
    ["parks", [feature("park-2", { citations: [{ ...citation, paragraph, attribute: null }] }), feature("park-3")]],
  ]);
  stop = startRemoteRelated();
});
afterEach(() => {
  stop();
  selection.value = { kind: "none" };
  largeCollections.value = new Map();
  collections.value = new Map();
  fetched.value = new Map();
  vi.unstubAllGlobals();
});

it("asks nothing where all collections are held", async () => {
  open("park-2");
  await Promise.resolve();
  expect(asked).toEqual([]);
});

it("finds what belongs to the open feature in a large collection, and asks for no more than it can list", async () => {
  largeCollections.value = new Map([["projects", { countedToZoom: 11 }]]);
  open("park-2");
  await vi.waitFor(() => expect(codesBeside()).toEqual(["projects project-7,project-9"]));
  expect(remoteRelatedOf("parks", "park-2").isCut).toBe(false);
  expect(remoteRelatedOf("parks", "park-3").features.size).toBe(0);
  const items = asked.filter(({ url }) => url.pathname.includes("/items"));
  expect(items.every(({ url }) => url.pathname.includes("/projects/"))).toBe(true);
  expect(items.every(({ url }) => Number(url.searchParams.get("limit")) <= MOST_RELATED)).toBe(true);
  // what it has fetched is no new question
  const before = asked.length;
  await new Promise((resolve) => setTimeout(resolve));
  expect(asked).toHaveLength(before);
});

it("says that there is more, at a place or in a paragraph", async () => {
  largeCollections.value = new Map([["projects", { countedToZoom: 11 }]]);
  more = true;
  open("park-2");
  await vi.waitFor(() => expect(remoteRelatedOf("parks", "park-2").isCut).toBe(true));
  more = false;
  askRelatedAgain();
  await vi.waitFor(() => expect(remoteRelatedOf("parks", "park-2").isCut).toBe(false));
  crowded = true;
  askRelatedAgain();
  await vi.waitFor(() => expect(remoteRelatedOf("parks", "park-2").isCut).toBe(true));
});

it("gives up what was asked for a card that is no longer open", () => {
  largeCollections.value = new Map([["projects", { countedToZoom: 11 }]]);
  open("park-2");
  const first = [...asked];
  expect(first.length).toBeGreaterThan(0);
  expect(first.some(({ signal }) => signal?.aborted)).toBe(false);
  open("park-3");
  expect(first.every(({ signal }) => signal?.aborted)).toBe(true);
});

it("says why something did not come, and asks again when told to", async () => {
  largeCollections.value = new Map([["projects", { countedToZoom: 11 }]]);
  away = true;
  open("park-2");
  await vi.waitFor(() => expect(remoteRelatedOf("parks", "park-2").problem?.code).toBe("database-away"));
  away = false;
  askRelatedAgain();
  await vi.waitFor(() => expect(codesBeside()).toEqual(["projects project-7,project-9"]));
  expect(remoteRelatedOf("parks", "park-2").problem).toBeNull();
});

it("a code that nothing held has is looked for in the large collections, until nobody wants it", async () => {
  largeCollections.value = new Map([["projects", { countedToZoom: 11 }]]);
  expect(findByCode("project-5")).toEqual([]);
  askByCode("project-5");
  await vi.waitFor(() => expect(findByCode("project-5").map(({ collection }) => collection)).toEqual(["projects"]));
  askByCode("project-6")();
  expect(asked.at(-1)?.signal?.aborted).toBe(true);
});
