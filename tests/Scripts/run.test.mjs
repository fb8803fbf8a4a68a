import assert from "node:assert/strict";
import { test } from "node:test";
import { run } from "../../scripts/lib/run.mjs";

test("a program that is within its limit ends by itself", async () => {
  const { code, signal, isLate } = await run(process.execPath, ["-e", ""], { limit: { ms: 60_000 } });
  assert.deepEqual({ code, signal, isLate }, { code: 0, signal: null, isLate: false });
});

test("a program that is late is ended", async () => {
  const { signal, isLate } = await run(process.execPath, ["-e", "setInterval(() => 0, 1000)"], { limit: { ms: 300 } });
  assert.deepEqual({ signal, isLate }, { signal: "SIGTERM", isLate: true });
});

test("a limit that is not one is refused, and does not end the program at once", () =>
  assert.throws(() => run(process.execPath, ["-e", ""], { limit: 60_000 }), TypeError));
