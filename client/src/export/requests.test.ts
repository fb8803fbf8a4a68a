import { afterEach, describe, expect, it, vi } from "vitest";
import { exportAddress, getFile, itemsAddress } from "./requests.ts";

const query = new URLSearchParams({ filter: "name_zh = '园 & 100%'", datetime: "2025" });
const signal = new AbortController().signal;
afterEach(() => vi.unstubAllGlobals());

describe("the address of an export", () => {
  it("carries the filter whole, whatever is in it", () => {
    const address = new URL(exportAddress("parks", "shp", query, { crs: "EPSG:4548", encoding: "gbk" }));
    expect(address.pathname).toBe("/ogc/collections/parks/export");
    expect(Object.fromEntries(address.searchParams)).toEqual({
      f: "shp",
      filter: "name_zh = '园 & 100%'",
      datetime: "2025",
      crs: "EPSG:4548",
      encoding: "gbk",
    });
  });

  it("names no system where there is no choice", () => {
    expect(exportAddress("parks", "kml", query, { crs: "EPSG:4548" })).not.toContain("crs=");
    expect(exportAddress("parks", "qlr", query, { crs: "EPSG:4548" })).not.toContain("crs=");
  });

  it("of the items asks for as many as there are to be had", () => {
    expect(new URL(itemsAddress("parks", query)).searchParams.get("limit")).toBe("10000");
  });
});

describe("a file", () => {
  it("has the name that the server gives it, the Chinese one first", async () => {
    const disposition = "attachment; filename=parks.csv; filename*=UTF-8''%E5%9B%AD%E5%8C%BA.csv";
    vi.stubGlobal("fetch", async () => new Response("a", { headers: { "content-disposition": disposition } }));
    expect(await getFile("/x", signal)).toMatchObject({ ok: true, data: { name: "园区.csv" } });
  });

  it("that there is not is a problem with a code", async () => {
    vi.stubGlobal("fetch", async () => Response.json({ code: "export-too-large" }, { status: 413 }));
    expect(await getFile("/x", signal)).toMatchObject({
      ok: false,
      problem: { status: 413, code: "export-too-large" },
    });
    vi.stubGlobal("fetch", async () => Promise.reject(new TypeError("away")));
    expect(await getFile("/x", signal)).toMatchObject({ ok: false, problem: { code: "unreachable" } });
  });
});
