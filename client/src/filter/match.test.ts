import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { NO_FILTER } from "./filter.ts";
import { isRefusal, matchesRest, restMatches, restPending, restProblem, startFilterMatch } from "./match.ts";
import { filter } from "./view.ts";

/** The server, as far as this is about: answers wait until they are given. */
let waiting: { url: string; give: (body: unknown) => void }[] = [];
let stop: () => void = () => {};

const settled = () => new Promise((resolve) => setTimeout(resolve));
const body = (codes: readonly string[]) => ({
  revision: 1,
  filter: "",
  collections: {
    projects: { codes, ignored: [], too_large: false },
    zone: { codes: null, ignored: ["x"], too_large: false },
  },
});
const give = async (part: string, answer: unknown) => {
  waiting.find(({ url }) => decodeURIComponent(url).includes(part))?.give(answer);
  await settled();
};

beforeEach(() => {
  waiting = [];
  vi.stubGlobal(
    "fetch",
    (url: URL) =>
      new Promise<Response>((resolve) => {
        waiting.push({ url: String(url), give: (answer) => resolve(Response.json(answer)) });
      }),
  );
  stop = startFilterMatch();
});
afterEach(() => {
  filter.value = NO_FILTER;
  stop();
  vi.unstubAllGlobals();
});

describe("the rest of a filter", () => {
  it("asks nobody while there is none", () => {
    filter.value = { ...NO_FILTER, industry_chain: ["biopharma"] };
    expect(waiting).toEqual([]);
  });

  it("leaves everything until it is known, then what matches and what it does not act on", async () => {
    filter.value = { ...NO_FILTER, rest: "a = 1" };
    expect([restPending.value, matchesRest("projects", "p-2")]).toEqual([true, true]);
    await give("a = 1", body(["p-1"]));
    expect([restPending.value, matchesRest("projects", "p-1"), matchesRest("projects", "p-2")]).toEqual([
      false,
      true,
      false,
    ]);
    expect(matchesRest("zone", "z")).toBe(true);
    expect(restMatches.value?.zone?.ignored).toEqual(["x"]);
  });

  it("keeps what held while the next is on its way, and the last asked wins", async () => {
    filter.value = { ...NO_FILTER, rest: "a = 1" };
    await give("a = 1", body(["p-1"]));
    filter.value = { ...NO_FILTER, rest: "b = 2" };
    filter.value = { ...NO_FILTER, rest: "c = 3" };
    expect(matchesRest("projects", "p-2")).toBe(false);
    await give("c = 3", body(["p-3"]));
    await give("b = 2", body(["p-2"]));
    expect([matchesRest("projects", "p-2"), matchesRest("projects", "p-3")]).toEqual([false, true]);
  });

  it("filters nothing when it is refused, and says so", async () => {
    filter.value = { ...NO_FILTER, rest: "a =" };
    await give("a =", { revision: 1, problem: { code: "filter-syntax", args: { offset: 3 } } });
    expect(restProblem.value).toMatchObject({ code: "filter-syntax", args: { offset: 3 } });
    expect(restProblem.value && isRefusal(restProblem.value)).toBe(true);
    expect(matchesRest("projects", "p-2")).toBe(true);
    filter.value = NO_FILTER;
    expect(restProblem.value).toBeNull();
  });
});
