import "fake-indexeddb/auto";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { finish, geometry, place } from "../../drawing/editor.ts";
import { catalogueIn } from "../../fixture.ts";
import { draft, keptDrawing, saveNow, startSite, texts, undrawn } from "./site-state.ts";

const ID = "40a1af84-f18f-40ec-9c22-edc55fa53904";
const odd = { type: "GeometryCollection", geometries: [{ type: "Point", coordinates: [116.6, 35.4] }] };
const corners = [
  [116.6, 35.4],
  [116.61, 35.4],
  [116.61, 35.41],
];

/** The server with one draft: what it was sent last stands in `stored`. */
let stored: { geometry: unknown; properties: Record<string, unknown>; version: number };
async function answer(input: URL | string, init?: RequestInit): Promise<Response> {
  const { pathname } = new URL(input);
  if (pathname.endsWith("/catalogue")) return Response.json(catalogueIn("gis-data"));
  if (pathname.endsWith("/check")) return Response.json({}, { status: 503 });
  if (init?.method === "PUT") stored = { ...stored, ...JSON.parse(String(init.body)), version: stored.version + 1 };
  const known = { id: ID, collection: "project-sites", code: "site-2026-0001", based_on: null, note: null };
  return Response.json({ ...known, ...stored, contact: null, check_reasons: [], updated_at: "2026-11-30T10:00:00Z" });
}
let version = 0;
let stop = () => {};
const start = async () => {
  stop = startSite(ID);
  await vi.waitFor(() => expect(keptDrawing.value?.state.value).toBe("kept"), { timeout: 5000 });
};
const leave = async () => {
  stop();
  await vi.waitFor(() => expect(draft.value).toBeNull());
};

beforeEach(() => {
  version += 100;
  stored = { geometry: odd, properties: {}, version };
  vi.stubGlobal("fetch", answer);
});
afterEach(async () => {
  await leave();
  vi.unstubAllGlobals();
});

describe("a draft whose shape cannot be drawn", () => {
  it("keeps that shape, whatever else of it is saved", async () => {
    await start();
    expect(undrawn.value).toEqual(odd);
    texts.value = { ...texts.value, name_zh: "新名称" };
    expect(await saveNow()).toBe(true);
    expect(stored.properties.name_zh).toBe("新名称");
    expect(stored.geometry).toEqual(odd);
  });

  it("has what is drawn in its place, and after a reload no way back to nothing", async () => {
    await start();
    for (const corner of corners) place(corner);
    finish();
    expect(await saveNow()).toBe(true);
    const drawn = stored.geometry;
    expect(drawn).toEqual({ type: "Polygon", coordinates: [[...corners, corners[0]]] });
    await leave();
    await start();
    expect(undrawn.value).toBeNull();
    expect(geometry.value).toEqual(drawn);
  });

  it("is not overwritten by what was drawn for the draft before that shape came", async () => {
    stored.geometry = null;
    await start();
    for (const corner of corners) place(corner);
    finish();
    await saveNow();
    await leave();
    stored = { ...stored, geometry: odd, version: stored.version + 1 };
    await start();
    texts.value = { ...texts.value, name_zh: "又一名称" };
    expect(await saveNow()).toBe(true);
    expect(stored.geometry).toEqual(odd);
  });

  it("loses it when somebody takes it away", async () => {
    await start();
    undrawn.value = null;
    expect(await saveNow()).toBe(true);
    expect(stored.geometry).toBeNull();
  });
});
