import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { forgetParts, isPartMissing, lazyPart, retryParts } from "./lazy-part.ts";

const page = (there: boolean) =>
  vi.stubGlobal("fetch", async () => (there ? new Response("") : Promise.reject(new TypeError("away"))));
const gone = () => Promise.reject(new TypeError("Failed to fetch dynamically imported module"));

beforeEach(() => page(true));
afterEach(() => {
  forgetParts();
  vi.unstubAllGlobals();
});

describe("a part that is loaded when it is wanted", () => {
  it("is loaded once", async () => {
    const load = vi.fn(async () => "part");
    const part = lazyPart(load);
    expect(load).not.toHaveBeenCalled();
    expect(await Promise.all([part(), part()])).toEqual(["part", "part"]);
    expect(await part()).toBe("part");
    expect(load).toHaveBeenCalledTimes(1);
    expect(isPartMissing.value).toBe(false);
  });

  it("that did not come is missed, and comes to all who wait when it is tried again", async () => {
    const load = vi.fn(async () => "part").mockImplementationOnce(gone);
    const part = lazyPart(load);
    const waiting = [part(), part()];
    await vi.waitFor(() => expect(isPartMissing.value).toBe(true));
    const loadPage = vi.fn();
    await retryParts(loadPage);
    expect(await Promise.all(waiting)).toEqual(["part", "part"]);
    expect(isPartMissing.value).toBe(false);
    expect(loadPage).not.toHaveBeenCalled();
  });

  it("that a newer program has replaced has the page loaded anew", async () => {
    void lazyPart(gone)();
    await vi.waitFor(() => expect(isPartMissing.value).toBe(true));
    const loadPage = vi.fn();
    await retryParts(loadPage);
    expect(loadPage).toHaveBeenCalledTimes(1);
  });

  it("is missed on while the server is away: a page that does not come would help nobody", async () => {
    page(false);
    void lazyPart(gone)();
    await vi.waitFor(() => expect(isPartMissing.value).toBe(true));
    const loadPage = vi.fn();
    await retryParts(loadPage);
    expect(loadPage).not.toHaveBeenCalled();
    expect(isPartMissing.value).toBe(true);
  });

  it("is asked for again by whoever wants it after the message was put away", async () => {
    const load = vi.fn(async () => "part").mockImplementationOnce(gone);
    const part = lazyPart(load);
    void part();
    await vi.waitFor(() => expect(isPartMissing.value).toBe(true));
    forgetParts();
    expect(isPartMissing.value).toBe(false);
    expect(await part()).toBe("part");
  });

  it("hides no other that is missing too", async () => {
    const first = lazyPart(gone);
    const second = lazyPart(vi.fn(async () => "second").mockImplementationOnce(gone));
    void first();
    const waiting = second();
    await vi.waitFor(() => expect(isPartMissing.value).toBe(true));
    await retryParts(vi.fn());
    expect(await waiting).toBe("second");
    expect(isPartMissing.value).toBe(true);
  });
});
