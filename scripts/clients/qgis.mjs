import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { qgisPython } from "../lib/packages.mjs";
import { at } from "../lib/paths.mjs";
import { run } from "../lib/run.mjs";

/** What QGIS says to each task (of scripts/clients/qgis_read.py or another), in their order. Its profile is thrown away with it. */
export async function qgis(tasks, script = "qgis_read.py") {
  const home = mkdtempSync(join(tmpdir(), "spatialplan-qgis-"));
  chmodSync(home, 0o700);
  try {
    const { code, signal, stdout, stderr } = await run(qgisPython, [at("scripts", "clients", script)], {
      input: JSON.stringify(tasks),
      limit: { ms: 300_000 },
      env: {
        HOME: home,
        XDG_RUNTIME_DIR: home,
        QGIS_CUSTOM_CONFIG_PATH: home,
        QT_QPA_PLATFORM: "offscreen",
        LC_ALL: "C.UTF-8",
      },
    });
    const answers = stdout
      .split("\n")
      .filter((line) => line.startsWith("{"))
      .map((line) => JSON.parse(line));
    if (answers.length !== tasks.length)
      throw new Error(`QGIS ended (${signal ?? code}) after ${answers.length} of ${tasks.length} tasks: ${stderr}`);
    return answers;
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
}
