import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after } from "node:test";

/** A directory of a test's own, gone when the tests have ended. */
export function scratch() {
  const path = mkdtempSync(join(tmpdir(), "spatialplan-script-test-"));
  after(() => rmSync(path, { recursive: true, force: true }));
  return path;
}
