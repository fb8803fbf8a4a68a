import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import test from "node:test";
import { filledFrom } from "../../scripts/lib/prepare.mjs";
import { scratch } from "./scratch.mjs";

test("a database is filled again when its document or its package is another one", () => {
  const document = join(scratch(), "plan.txt");
  const seen = [filledFrom({}), filledFrom({ PLAN_DOCUMENT: document })];
  writeFileSync(document, "text");
  seen.push(filledFrom({ PLAN_DOCUMENT: document }));
  writeFileSync(document, "text of more");
  seen.push(filledFrom({ PLAN_DOCUMENT: document }), filledFrom({ Plan__Document: document }));
  seen.push(filledFrom({ Plan__GisData: "../elsewhere" }));
  assert.equal(new Set(seen).size, seen.length);
  assert.equal(filledFrom({}), seen[0]);
});
