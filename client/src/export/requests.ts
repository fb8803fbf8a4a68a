import { problemOf, unreachable } from "../api/problem.ts";
import { type Answer, address } from "../api/request.ts";

/** The formats of `/ogc/collections/{id}/export`, in the order in which they are offered. */
export const EXPORT_FORMATS = ["gpkg", "geojson", "shp", "xlsx", "csv", "dxf", "kml", "fgb"] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

/** What coordinates can be in, by the names that the server takes; KML is always WGS 84. */
export const EXPORT_CRS = ["EPSG:4490", "EPSG:4548", "EPSG:4527", "EPSG:4326", "EPSG:3857", "CRS84"] as const;
export type ExportCrs = (typeof EXPORT_CRS)[number];

export type ExportFile = { blob: Blob; name: string };

/** The address of a file with the features that a query selects. */
export function exportAddress(
  collection: string,
  format: ExportFormat | "qlr",
  query: URLSearchParams,
  how: { crs?: ExportCrs | undefined; encoding?: "gbk" | undefined } = {},
): string {
  const all = new URLSearchParams([["f", format], ...query]);
  if (how.crs && format !== "kml" && format !== "qlr") all.set("crs", how.crs === "CRS84" ? "OGC:CRS84" : how.crs);
  if (how.encoding) all.set("encoding", how.encoding);
  return address(`ogc/collections/${collection}/export?${all}`).href;
}

/** The features as GeoJSON, for programs that read an address. */
export function itemsAddress(collection: string, query: URLSearchParams): string {
  return address(`ogc/collections/${collection}/items?${new URLSearchParams([...query, ["limit", "10000"]])}`).href;
}

/** The file, or why there is none: a link alone would save the problem under the name of the file. */
export async function getFile(url: string, signal: AbortSignal): Promise<Answer<ExportFile>> {
  try {
    const response = await fetch(url, { signal });
    if (!response.ok) return { ok: false, problem: await problemOf(response) };
    return { ok: true, data: { blob: await response.blob(), name: nameOf(response) } };
  } catch {
    return { ok: false, problem: signal.aborted ? { status: 0, code: "aborted" } : unreachable };
  }
}

/** `filename*` holds the Chinese name. */
function nameOf(response: Response): string {
  const header = response.headers.get("content-disposition") ?? "";
  const [, encoded] = /filename\*=UTF-8''([^;]+)/i.exec(header) ?? [];
  const [, plain] = /filename="?([^";]+)/i.exec(header) ?? [];
  return encoded ? decodeURIComponent(encoded) : (plain ?? "export");
}
