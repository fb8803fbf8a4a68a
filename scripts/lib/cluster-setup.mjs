import { readFileSync } from "node:fs";
import { totalmem } from "node:os";
import { at } from "./paths.mjs";

/** An eighth of the machine, so that a city's tiles come from memory; only what is used is taken. */
const sharedMegabytes = () => Math.min(1024, Math.max(128, Math.round(totalmem() / 2 ** 20 / 8)));

/** The settings of the private cluster: one socket, no port, memory for a plan of one district. */
export function settings(socket, port, throwAway) {
  const lines = [
    "# Written once, when this private cluster was made.",
    "listen_addresses = ''",
    `unix_socket_directories = '${socket.replaceAll("'", "''")}'`,
    "unix_socket_permissions = 0700",
    `port = ${port}`,
    "cluster_name = 'spatialplan'",
    "timezone = 'UTC'",
    "log_timezone = 'UTC'",
    "max_connections = 100",
    `shared_buffers = ${throwAway ? 128 : sharedMegabytes()}MB`,
    "work_mem = 16MB",
    "maintenance_work_mem = 64MB",
    "max_wal_size = 1GB",
    "min_wal_size = 32MB",
    "random_page_cost = 1.1",
    // Plans here are short; compiling them costs more than it gains.
    "jit = off",
  ];
  // A test run that loses power is run again: durability would only cost time.
  if (throwAway)
    lines.push(
      "fsync = off",
      "synchronous_commit = off",
      "full_page_writes = off",
      "wal_level = minimal",
      "max_wal_senders = 0",
      "autovacuum = off",
    );
  return `${lines.join("\n")}\n`;
}

/**
 * The three logins: the owner migrates and loads, staff writes rows through functions, the public reads. Each may do what
 * migrations grant it and no more. Said again after every new version of this list: an older cluster lacks some.
 */
export const rolesSql = `do $$
  begin
    if to_regrole('spatialplan_public') is null then create role spatialplan_public; end if;
    if to_regrole('spatialplan_staff') is null then create role spatialplan_staff; end if;
    if to_regrole('spatialplan_owner') is null then create role spatialplan_owner; end if;
  end $$;
  alter role spatialplan_public login;
  alter role spatialplan_staff login;
  alter role spatialplan_owner login;
  grant spatialplan_public to spatialplan_staff;
  grant spatialplan_public, spatialplan_staff to spatialplan_owner;`;

/** A database, each statement for the database it runs in. Whatever an interrupted command has made of it stays. */
export const databaseSql = (name) => [
  [
    "postgres",
    `select 'create database ${name} owner spatialplan_owner' where not exists (select from pg_database where datname = '${name}') \\gexec
     revoke all on database ${name} from public;
     grant connect on database ${name} to spatialplan_public;`,
  ],
  [
    name,
    "set client_min_messages = warning; create extension if not exists postgis; revoke create on schema public from public;",
  ],
];

/** What every login may do by default and that of the public may not, as the server asks for it where it is a superuser. */
export const hardeningSql = () => readFileSync(at("server", "Database", "Functions", "public_login.sql"), "utf8");
