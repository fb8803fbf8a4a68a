import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { collections, PARKS } from "../features/plan.ts";
import { dismiss, notices } from "../notices/notices.ts";
import { showAddress, writeAddress } from "../url/address.ts";
import { mapView } from "../viewport/view.ts";
import { startDroppingUnknown } from "./drop-unknown.ts";
import { LINK_VERSION, linkVersion, unread } from "./link.ts";
import { fittingNote, notes, setNote } from "./notes.ts";
import { asked, chosen, musts, parksFields, weights } from "./view.ts";

const view = { fields: parksFields, map: mapView };
const open = (search: string) => showAddress(view, search, "");
const told = () => notices.value.map(({ key, args }) => [key, args.codes]);

beforeEach(() => open(""));
afterEach(() => {
  for (const { id } of notices.peek()) dismiss(id);
  collections.value = new Map();
  vi.unstubAllGlobals();
});

describe("a shortlist as a link", () => {
  it("is the question, must-haves, weights, parks and notes, and comes back as it was", () => {
    asked.value = { kind: "words", words: "高端液压件 & more" };
    musts.value = [{ code: "revenue", least: 5e10 }];
    weights.value = { access: 0 };
    chosen.value = ["park-2", "park-7"];
    setNote("park-2", "<b>看地</b>, 100% ✓");
    setNote("park-7", "两行\n一行");
    const link = writeAddress(view);
    expect(link).toContain(`v=${LINK_VERSION}`);
    open("");
    expect([asked.value, chosen.value, notes.value]).toEqual([null, [], {}]);
    open(link);
    expect(writeAddress(view)).toBe(link);
    expect(notes.value).toEqual({ "park-2": "<b>看地</b>, 100% ✓", "park-7": "两行 一行" });
    expect(unread.value).toEqual([]);
  });

  it("is nothing while nothing is asked", () => {
    expect(writeAddress(view)).toBe("");
  });

  it("has notes of parks that are in it; one that is put back has its note again", () => {
    chosen.value = ["park-2"];
    setNote("park-2", "first");
    chosen.value = [];
    expect(writeAddress(view)).toBe("");
    chosen.value = ["park-2"];
    expect(writeAddress(view)).toContain("first");
  });

  it("stays short enough for a QR code with four notes that are as long as they may be", () => {
    asked.value = { kind: "chain", code: "construction-machinery" };
    chosen.value = ["park-2", "park-7", "park-8", "park-11"];
    for (const code of chosen.value) setNote(code, "字".repeat(1000));
    const link = writeAddress(view);
    expect(notes.value["park-2"]).toHaveLength(60);
    expect(link.length).toBeLessThan(2500);
    open(link);
    expect(writeAddress(view)).toBe(link);
  });

  it("cuts a note between characters, never within one", () => {
    expect(fittingNote("😀".repeat(100))).toBe("😀".repeat(45));
    expect(fittingNote("a\ud83d")).toBe("a");
    expect(fittingNote("x".repeat(600))).toHaveLength(540);
  });

  it("tells what cannot be read, and shows the rest", () => {
    open(
      "?ask=chain:UPPER&must=chain,rev:-1&weights=access:500,access:20&parks=park-2,park-3,park-4,park-5,park-6&v=x",
    );
    expect(unread.value).toEqual(["chain:UPPER", "rev:-1", "access:500", "park-6", "v=x"]);
    expect(musts.value).toEqual([{ code: "chain", least: null }]);
    expect(weights.value).toEqual({ access: 20 });
    const stop = startDroppingUnknown();
    expect(told()).toEqual([["parks.dropped", "chain:UPPER, rev:-1, access:500, park-6, v=x"]]);
    expect(unread.value).toEqual([]);
    stop();
  });

  it("of a later version is said to be one, once", () => {
    open(`?parks=park-2&v=${LINK_VERSION + 1}&moods=sunny`);
    const stop = startDroppingUnknown();
    expect(told()).toEqual([["parks.link_later", undefined]]);
    expect(linkVersion.value).toBe(LINK_VERSION);
    expect(writeAddress(view)).toBe(`?parks=park-2&v=${LINK_VERSION}`);
    stop();
  });
});

describe("a park of a link that is not here", () => {
  const answer = (status: number, body: unknown) =>
    vi.stubGlobal(
      "fetch",
      vi.fn(() => Promise.resolve(new Response(JSON.stringify(body), { status }))),
    );
  const followed = async () => {
    collections.value = new Map([[PARKS, []]]);
    const stop = startDroppingUnknown();
    await vi.waitFor(() => expect(fetch).toHaveBeenCalled());
    await new Promise((resolve) => setTimeout(resolve));
    stop();
  };

  it("has another code now: it is followed, with its note", async () => {
    answer(200, { properties: { code: "park-20" } });
    open("?parks=park-2&notes=park-2+dry");
    await followed();
    expect([chosen.value, notes.value]).toEqual([["park-20"], { "park-20": "dry" }]);
    expect(told()).toEqual([]);
  });

  it("is unknown to the server too: it is left out, and said", async () => {
    answer(404, { code: "feature-unknown" });
    open("?parks=park-99");
    await followed();
    expect(chosen.value).toEqual([]);
    expect(told()).toEqual([["parks.dropped", "park-99"]]);
  });

  it("stays while the server cannot be asked", async () => {
    vi.stubGlobal(
      "fetch",
      vi.fn(() => Promise.reject(new Error("away"))),
    );
    open("?parks=park-2");
    await followed();
    expect(chosen.value).toEqual(["park-2"]);
    expect(told()).toEqual([]);
  });
});
