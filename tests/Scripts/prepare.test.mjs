import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import test from "node:test";
import { databaseName, planPackage } from "../../scripts/lib/plan-package.mjs";
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
  seen.push(filledFrom({ PLAN_PACKAGE: "tests/packages/harbour" }));
  assert.equal(new Set(seen).size, seen.length);
  assert.equal(filledFrom({}), seen[0]);
});

test("a package of its own has a database of its own", () => {
  assert.equal(databaseName({}), "spatialplan");
  const [one, other] = ["tests/packages/harbour", "/elsewhere/harbour"].map((PLAN_PACKAGE) =>
    databaseName({ PLAN_PACKAGE }),
  );
  for (const name of [one, other]) assert.match(name, /^spatialplan_harbour_[0-9a-f]{8}$/);
  assert.notEqual(one, other);
  assert.equal(planPackage({ PLAN_PACKAGE: "harbour", INIT_CWD: "/home/somebody" }), "/home/somebody/harbour");
});
