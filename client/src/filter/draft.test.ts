import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import {
  applyDraft,
  draft,
  draftState,
  dropDraft,
  filterTextOpen,
  isDraftNew,
  startFilterDraft,
  write,
} from "./draft.ts";
import { NO_FILTER } from "./filter.ts";
import { filter } from "./view.ts";

let asked: string[] = [];
let answers: Promise<unknown> = Promise.resolve();
let stop: () => void = () => {};
const collections = { projects: { codes: ["p-1"], ignored: [], too_large: false } };

beforeEach(() => {
  asked = [];
  answers = Promise.resolve();
  vi.useFakeTimers();
  vi.stubGlobal("fetch", async (url: URL) => {
    const text = url.searchParams.get("filter") ?? "";
    asked.push(text);
    await answers;
    const problem = { code: "filter-syntax", args: { offset: text.length } };
    return Response.json(text.endsWith("=") ? { revision: 1, problem } : { revision: 1, filter: text, collections });
  });
  filterTextOpen.value = true;
  stop = startFilterDraft();
});
afterEach(() => {
  stop();
  dropDraft();
  filterTextOpen.value = false;
  filter.value = NO_FILTER;
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

describe("a filter that is being written", () => {
  it("shows what holds until somebody writes", () => {
    filter.value = { ...NO_FILTER, plan_status: ["planned"] };
    expect([draft.value, isDraftNew.value]).toEqual(["plan_status = 'planned'", false]);
    write("number > 3");
    filter.value = { ...NO_FILTER, plan_status: ["existing"] };
    expect([draft.value, isDraftNew.value]).toEqual(["number > 3", true]);
    dropDraft();
    expect(draft.value).toBe("plan_status = 'existing'");
  });

  it("is asked about once, a moment after the last key", async () => {
    for (const text of ["n", "nu", "number", "number > 3"]) write(text);
    expect(draftState.value.kind).toBe("checking");
    await vi.advanceTimersByTimeAsync(400);
    expect(asked).toEqual(["number > 3"]);
    expect(draftState.value).toMatchObject({ kind: "right", matches: { collections } });
  });

  it("holds when it is applied and is one, at once also before it was asked about", async () => {
    write("number > 3 AND plan_status = 'planned'");
    expect(filter.value).toEqual(NO_FILTER);
    expect(await applyDraft()).toBe(true);
    expect(filter.value).toEqual({ ...NO_FILTER, plan_status: ["planned"], rest: "number > 3" });
    expect(isDraftNew.value).toBe(false);
  });

  it("holds also when the pause after the last key ends while it is applied", async () => {
    answers = new Promise((answer) => setTimeout(answer, 300));
    write("number > 5");
    const applied = applyDraft();
    await vi.advanceTimersByTimeAsync(400);
    expect(await applied).toBe(true);
    expect([filter.value.rest, asked]).toEqual(["number > 5", ["number > 5"]]);
  });

  it("does not hold when it is none, and stays to be mended", async () => {
    filter.value = { ...NO_FILTER, plan_status: ["planned"] };
    write("number =");
    expect(await applyDraft()).toBe(false);
    expect(filter.value.plan_status).toEqual(["planned"]);
    expect(draft.value).toBe("number =");
    expect(draftState.value).toMatchObject({ kind: "wrong", problem: { code: "filter-syntax", args: { offset: 8 } } });
  });

  it("is no filter at all when it is empty", async () => {
    filter.value = { ...NO_FILTER, plan_status: ["planned"] };
    write("  ");
    expect(await applyDraft()).toBe(true);
    expect([filter.value, asked]).toEqual([NO_FILTER, []]);
  });

  it("is too long for an address before anybody is asked", async () => {
    write(`name_zh = '${"园".repeat(2000)}'`);
    await vi.advanceTimersByTimeAsync(400);
    expect(draftState.value).toMatchObject({ kind: "wrong", problem: { code: "query-too-long" } });
    expect(asked).toEqual([]);
  });
});
