import { libpq } from "../lib/libpq.mjs";
import { Stop } from "../lib/say.mjs";
import { inSession } from "./session.mjs";

/**
 * A database beside the one that is in use, in which a backup is restored and verified before it takes the other's place.
 * In the private cluster its superuser makes it; elsewhere the login that is given, which must be allowed to.
 */
export function beside({ plan, own }, name) {
  const to = (database) => (own ? own.connection(own.superuser, database) : withDatabase(plan, database));
  const next = `${name}_restoring`.slice(-63);
  const owner = own ? "spatialplan_owner" : libpq(plan).PGUSER;
  const maintenance = to("postgres");
  const sql = (database, ...statements) =>
    inSession(to(database), async ({ ask }) => {
      let last;
      for (const statement of statements) last = await ask(statement);
      return last;
    });
  const drop = () => sql("postgres", `drop database if exists ${quoted(next)} with (force)`);

  return {
    name: next,
    owner,
    address: to(next),
    /** That of the owner, who migrates. */
    plan: own ? own.connection("spatialplan_owner", next) : to(next),
    maintenance,
    drop,
    major: () => sql("postgres", "select current_setting('server_version_num')::integer / 10000").then(Number),
    /** Empty, with PostGIS; one that an interrupted command left there goes. */
    async make() {
      await drop();
      if (own) return own.add(next);
      if ((await sql("postgres", "select rolcreatedb or rolsuper from pg_roles where rolname = current_user")) !== "t")
        throw new Stop(
          `A backup is restored into a database beside, and ${owner} may make none: let an administrator run "alter role ${owner} createdb", or use a login of one. Nothing was changed.`,
        );
      await sql("postgres", `create database ${quoted(next)}`);
      await sql(next, "create extension if not exists postgis").catch((error) => {
        throw new Stop(
          `The database for the backup has no PostGIS, and ${owner} may not add it (${error.message}): let an administrator run "create extension postgis" in template1, or use a login of one. Nothing was changed.`,
        );
      });
      await sql(next, "revoke create on schema public from public");
    },
    /**
     * The restored database takes the name, and the other one is kept under a name that is answered. Both in one
     * transaction: whoever connects meanwhile waits for it and finds the restored one.
     */
    async takeItsPlace(now = new Date()) {
      const before = `${name}_before_${now.toISOString().replaceAll(/\D/g, "").slice(0, 14)}`.slice(-63);
      await copyRights(sql, name, next);
      await inSession(maintenance, async ({ ask }) => {
        await ask("begin");
        const renamed = ask(`alter database ${quoted(name)} rename to ${quoted(before)}`);
        await Promise.all([renamed, sendAway(sql, name, renamed)]);
        await ask(`alter database ${quoted(next)} rename to ${quoted(name)}`);
        await ask("commit");
      });
      return before;
    },
  };
}

/** While a database is renamed nobody comes in; those who are in are sent away, and come again to what has the name then. */
async function sendAway(sql, name, renamed) {
  let isDone = false;
  renamed.finally(() => (isDone = true)).catch(() => {});
  while (!isDone) {
    await new Promise((resolve) => setTimeout(resolve, 200));
    await sql(
      "postgres",
      `select count(pg_terminate_backend(pid)) from pg_stat_activity where datname = '${name.replaceAll("'", "''")}' and backend_type = 'client backend'`,
    ).catch((error) => {
      throw new Stop(
        `Somebody uses the database and may not be sent away: stop the servers, then restore again. ${error.message}`,
      );
    });
  }
}

/** Who may connect, and what was set for whom, belongs to the server and is in no backup. */
async function copyRights(sql, from, to) {
  const literal = `'${from.replaceAll("'", "''")}'`;
  const statements = await sql(
    "postgres",
    `select coalesce(string_agg(statement, '; '), '') from (
       select format('grant %s on database %I to %s', privilege_type, '${to}', case grantee when 0 then 'public' else quote_ident(grantee::regrole::text) end) as statement
       from pg_database, aclexplode(coalesce(datacl, acldefault('d', datdba))) where datname = ${literal} and grantee <> datdba
       union all
       select format('alter database %I set %s to %L', '${to}', split_part(setting, '=', 1), substring(setting from position('=' in setting) + 1))
       from pg_db_role_setting s join pg_database d on d.oid = s.setdatabase, unnest(setconfig) setting where d.datname = ${literal} and setrole = 0) listed`,
  );
  await sql("postgres", `revoke all on database ${quoted(to)} from public`, ...(statements ? [statements] : []));
}

const quoted = (name) => `"${name.replaceAll('"', '""')}"`;
const withDatabase = (address, database) =>
  `${address.replaceAll(/(^|;)\s*database\s*=[^;]*/gi, "")};Database=${database}`;
