import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { vocabularies } from "../catalogue.ts";
import { fetched, keyOf } from "../features/fetched.ts";
import { feature } from "../features/fixture.ts";
import { largeCollections } from "../features/large.ts";
import { NO_FILTER } from "../filter/filter.ts";
import { filter } from "../filter/view.ts";
import { horizon } from "../horizon/view.ts";
import { tab } from "../layout/view.ts";
import { placedList, startProjectLists, unplacedList } from "./lists.ts";
import { listSort } from "./view.ts";

/** A server with three placed projects, two to a page, that knows itself by another name than the page does. */
let asked: URL[] = [];
let away = false;
const codes = ["a", "b", "c"];
const byStatus: Record<string, string[]> = { any: codes, existing: codes, planned: ["d"] };

function answer(url: URL): Response {
  asked.push(url);
  if (away) return Response.json({ status: 503, code: "database-away" }, { status: 503 });
  const isUnplaced = url.searchParams.get("placement") === "unplaced";
  const from = Number(url.searchParams.get("token") ?? 0);
  const own = byStatus[url.searchParams.get("plan_status") ?? "any"] ?? [];
  const page = isUnplaced ? [] : own.slice(from, from + 2);
  const next = new URL(`https://plan.example${url.pathname}${url.search}`);
  next.searchParams.set("token", String(from + 2));
  const links = !isUnplaced && from + 2 < own.length ? [{ rel: "next", href: next.href }] : [];
  return Response.json({ features: page.map((code) => feature(code)), links });
}
const pages = () => placedList.value.shown.value;
const loadMore = () => placedList.value.more();
const listed = () => pages().features.map(({ id }) => id);
let stop = () => {};

beforeEach(() => {
  asked = [];
  away = false;
  vi.stubGlobal("fetch", async (url: URL) => answer(new URL(url)));
  largeCollections.value = new Map([["projects", { countedToZoom: 11 }]]);
  tab.value = "list";
  stop = startProjectLists();
});
afterEach(() => {
  stop();
  largeCollections.value = new Map();
  tab.value = "layers";
  vi.unstubAllGlobals();
});

it("the first page of each group is there when the list opens, the next one when it is asked for", async () => {
  await vi.waitFor(() => expect(listed()).toEqual(["a", "b"]));
  await vi.waitFor(() => expect(unplacedList.value.shown.value.state).toBe("ready"));
  expect(asked.every((url) => url.searchParams.get("limit") === "100")).toBe(true);
  await loadMore();
  expect(listed()).toEqual(["a", "b", "c"]);
  expect(pages().hasMore).toBe(false);
  // the next page is asked for where the page came from, whatever the server calls itself
  expect(asked.at(-1)?.host).toBe(new URL(document.baseURI).host);
  const before = asked.length;
  await loadMore();
  expect(asked).toHaveLength(before);
});

it("what is listed can be shown without being asked for again", async () => {
  await vi.waitFor(() => expect(listed()).toEqual(["a", "b"]));
  expect(fetched.value.has(keyOf("projects", "b"))).toBe(true);
});

it("another horizon begins with its first page", async () => {
  await vi.waitFor(() => expect(pages().state).toBe("ready"));
  await loadMore();
  horizon.value = 2035;
  await vi.waitFor(() => expect(listed()).toEqual(["a", "b"]));
  expect(asked.at(-1)?.searchParams.get("datetime")).toBe("2035");
});

it("an order that the server knows is asked of it", async () => {
  await vi.waitFor(() => expect(pages().state).toBe("ready"));
  listSort.value = "investment";
  await vi.waitFor(() => expect(asked.at(-1)?.searchParams.get("sortby")).toBe("-investment_cny"));
  listSort.value = "plan";
  await vi.waitFor(() => expect(asked.at(-1)?.searchParams.has("sortby")).toBe(false));
});

it("statuses come in the order of their vocabulary, as many parts as it takes to fill a page", async () => {
  await vi.waitFor(() => expect(pages().state).toBe("ready"));
  asked = [];
  listSort.value = "status";
  await vi.waitFor(() => expect(asked.at(-1)?.searchParams.get("plan_status")).toBe("not-stated"));
  await vi.waitFor(() => expect(pages().state).toBe("ready"));
  const statuses = () =>
    asked.flatMap((url) =>
      url.searchParams.get("placement") === "unplaced" ? [] : url.searchParams.get("plan_status"),
    );
  expect(statuses()).toEqual(["existing"]);
  // the first status has one more, and the others are asked for what is left of the page
  await loadMore();
  expect(listed()).toEqual(["a", "b", "c", "d"]);
  const all = vocabularies.get("plan_status")?.terms.map(({ code }) => code) ?? [];
  expect(statuses()).toEqual(["existing", ...all]);
  const placed = asked.filter((url) => url.searchParams.get("placement") !== "unplaced");
  // one row came from each of the statuses that have some, and is not asked for again
  const rows = (status: string) => (status === "existing" || status === "planned" ? 1 : 0);
  const before = (place: number) => all.slice(0, place).reduce((sum, status) => sum + rows(status), 0);
  expect(placed.map((url) => Number(url.searchParams.get("limit")))).toEqual([
    100,
    ...all.map((_, place) => 100 - before(place)),
  ]);
  expect(placed.at(2)?.searchParams.has("token")).toBe(false);
  expect(pages().hasMore).toBe(false);
  // what the filter leaves out is not asked for
  asked = [];
  filter.value = { ...NO_FILTER, plan_status: ["planned"] };
  await vi.waitFor(() => expect(listed()).toEqual(["d"]));
  expect(new Set(statuses())).toEqual(new Set(["planned"]));
  filter.value = NO_FILTER;
  listSort.value = "plan";
});

it("a page that does not come keeps those that did, and can be asked for again", async () => {
  await vi.waitFor(() => expect(listed()).toEqual(["a", "b"]));
  away = true;
  await loadMore();
  expect(pages()).toMatchObject({ state: "failed", problem: { code: "database-away" } });
  expect(listed()).toEqual(["a", "b"]);
  away = false;
  await loadMore();
  expect(listed()).toEqual(["a", "b", "c"]);
});
