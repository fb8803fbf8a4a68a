import assert from "node:assert/strict";
import test from "node:test";
import { databaseOf, libpq } from "../../scripts/lib/libpq.mjs";

test("an Npgsql address is read as Npgsql reads it: quotes, semicolons in them, other names of a key", () => {
  const cases = {
    "Host=/tmp/s;Port=54320;Username=u;Database=d": { PGHOST: "/tmp/s", PGPORT: "54320", PGUSER: "u", PGDATABASE: "d" },
    "server = h ; User Id=u;Password='a;b=''c''';database=d;": {
      PGHOST: "h",
      PGUSER: "u",
      PGPASSWORD: "a;b='c'",
      PGDATABASE: "d",
    },
    'Host=h;Password="x;""y""";SSL Mode=VerifyFull;Root Certificate=/ca.pem': {
      PGHOST: "h",
      PGPASSWORD: 'x;"y"',
      PGSSLMODE: "verify-full",
      PGSSLROOTCERT: "/ca.pem",
    },
    "Host=h;Minimum Pool Size=4;Timeout=5": { PGHOST: "h" },
  };
  for (const [address, environment] of Object.entries(cases)) assert.deepEqual(libpq(address), environment, address);
});

test("an address without a database is said, and its password is not", () => {
  assert.equal(databaseOf("Host=h;Database=plan"), "plan");
  assert.throws(
    () => databaseOf("Host=h;Password=secret"),
    (error) => /names no Database/.test(error.message) && !/secret/.test(error.message),
  );
});
