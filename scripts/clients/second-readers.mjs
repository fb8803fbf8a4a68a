import { qgisPython } from "../lib/packages.mjs";
import { at } from "../lib/paths.mjs";
import { run } from "../lib/run.mjs";

/**
 * What a program other than GDAL finds in an export (scripts/clients/read_export.py): pyshp, openpyxl, ezdxf, fiona, and
 * Python's own readers of JSON, CSV, XML and SQLite.
 */
export async function readAgain(format, path, encoding) {
  const { code, stdout, stderr } = await run(qgisPython, [at("scripts", "clients", "read_export.py")], {
    input: `${JSON.stringify({ format, path, encoding })}\n`,
    limit: { ms: 120_000 },
  });
  if (code !== 0) throw new Error(`${format} cannot be read: ${stderr}`);
  return JSON.parse(stdout);
}
