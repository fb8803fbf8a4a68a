import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { qgisPython } from "../lib/packages.mjs";
import { must } from "../lib/run.mjs";
import { gdal } from "./gdal.mjs";

/** An export on disk: where GDAL opens it, and where others do, which do not look into a zip. */
export async function take(url, id, form, folder) {
  const answer = await fetch(`${url}/ogc/collections/${id}/export?${new URLSearchParams(form)}`);
  assert.equal(answer.status, 200, await (answer.ok ? "" : answer.text()));
  const name = /filename=([^;]+)/.exec(answer.headers.get("content-disposition"))[1];
  const path = join(folder, name);
  writeFileSync(path, Buffer.from(await answer.arrayBuffer()));
  const inside = /^(.*)\.(\w+)\.zip$/.exec(name);
  const open = async (part) => {
    await must("Unpacking an export", qgisPython, ["-m", "zipfile", "-e", path, join(folder, "unpacked")]);
    return join(folder, "unpacked", part);
  };
  return {
    dataset: inside ? `/vsizip/${path}/${inside[1]}.${inside[2]}` : path,
    unpacked: async () => (inside ? open(`${inside[1]}.${inside[2]}`) : path),
    side: open,
  };
}

/** The features as GDAL reads them, in the coordinates of the file. */
export async function whatGdalReads({ dataset }, id, format) {
  const options = ["-q", "-f", "GeoJSON", "-lco", "RFC7946=NO", "-lco", "COORDINATE_PRECISION=12"];
  const layer = format === "dxf" ? "entities" : id;
  const headers = format === "xlsx" ? ["--config", "OGR_XLSX_HEADERS", "FORCE"] : [];
  return JSON.parse(await gdal("ogr2ogr", [...options, ...headers, "/vsistdout/", dataset, layer])).features;
}
