import assert from "node:assert/strict";
import test from "node:test";
import { serverEnv, withoutOwner } from "../../scripts/lib/server.mjs";

const three = { plan: "owner", staff: "staff", public: "public" };

test("a server is given the owner's login only where staff or the public have none", () => {
  assert.equal(serverEnv(withoutOwner(three, {})).ConnectionStrings__Plan, "");
  for (const some of [{ plan: "owner" }, { plan: "owner", public: "public" }, { plan: "owner", staff: "staff" }])
    assert.equal(serverEnv(withoutOwner(some, {})).ConnectionStrings__Plan, "owner");
});

test("test collections need the owner, and once more to be taken away", () => {
  let record = {};
  const own = { record: () => record, remember: (more) => (record = { ...record, ...more }) };
  const given = ["", "tests.gpkg", "tests.gpkg", "", ""].map(
    (Plan__TestCollections) => withoutOwner({ ...three, own }, { Plan__TestCollections }).plan,
  );
  assert.deepEqual(given, [undefined, "owner", "owner", "owner", undefined]);
});
