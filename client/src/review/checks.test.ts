import { h, render } from "preact";
import { act } from "preact/test-utils";
import { afterEach, expect, it, vi } from "vitest";
import type { ChangeSet } from "../api/answers.ts";
import { catalogue } from "../catalogue.ts";
import { Checks } from "./parts/checks.tsx";

const SITES = 25;
const place = document.createElement("div");

afterEach(() => {
  render(null, place);
  vi.unstubAllGlobals();
});

/** A set of many sites, as the server lists them. */
function serve(): string[] {
  const asked: string[] = [];
  vi.stubGlobal("fetch", async (address: RequestInfo | URL) => {
    const url = new URL(address instanceof Request ? address.url : String(address), "http://localhost/");
    if (!url.pathname.endsWith("/checks")) return Response.json(catalogue);
    asked.push(url.search);
    const [after, limit] = [Number(url.searchParams.get("after")), Number(url.searchParams.get("limit"))];
    const positions = Array.from({ length: SITES }, (_, at) => at + 1).slice(after, after + limit);
    const submitted = { revision: 1, counts: {}, findings: [], reasons: [], checked_at: "2026-11-30T08:00:00Z" };
    return Response.json({
      checks: positions.map((position) => ({
        position,
        collection: "sites",
        code: `site-${position}`,
        version: 1,
        submitted,
        now: null,
        differences: [],
      })),
      left: SITES - after - positions.length,
    });
  });
  return asked;
}

it("lists a few sites, says how many more it lists, and goes on where it was", async () => {
  const asked = serve();
  await act(() => render(h(Checks, { set: { id: 7, version: 1 } as ChangeSet }), place));
  await vi.waitFor(() => expect(place.querySelectorAll(".review-check").length).toBe(5));
  const more = place.querySelector("button") as HTMLButtonElement;
  expect(more.textContent).toContain("20");
  await act(() => more.click());
  await vi.waitFor(() => expect(place.querySelectorAll(".review-check").length).toBe(SITES));
  expect(place.textContent).toContain("site-25");
  expect(place.querySelector("button")).toBeNull();
  expect(asked).toEqual(["?after=0&limit=5&omit=where,now.findings", "?after=5&limit=20&omit=where,now.findings"]);
});
