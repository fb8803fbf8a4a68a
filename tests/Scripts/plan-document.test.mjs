import assert from "node:assert/strict";
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import test from "node:test";
import { planDocument } from "../../scripts/lib/plan-document.mjs";
import { scratch } from "./scratch.mjs";

// What somebody has exported is not what these ask about.
delete process.env.PLAN_DOCUMENT;

for (const place of [
  "plan.txt",
  "plan/plan.txt",
  "shared/plan/plan.txt",
  "documents/plan.txt",
  "builds/7/gis-data/plan/plan.txt",
])
  test(`a build somewhere below finds the text of the plan at ${place} beside it`, () => {
    const folder = scratch();
    const checkout = join(folder, "builds", "7");
    mkdirSync(checkout, { recursive: true });
    mkdirSync(dirname(join(folder, place)), { recursive: true });
    writeFileSync(join(folder, place), "text");
    assert.equal(planDocument(checkout, undefined), join(folder, place));
    assert.equal(planDocument(checkout, "/named/elsewhere.txt"), "/named/elsewhere.txt");
  });
