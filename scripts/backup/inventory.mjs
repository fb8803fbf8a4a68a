/**
 * What is in a database, so that a copy can be compared with it: rows and a checksum of every table, how far its series of
 * numbers are, and for each collection how many features are published and their geodesic area in m² or length in m. What
 * PostgreSQL computes by itself (generated columns) is left out: another version of PROJ may differ in its last digit.
 */
const tables = `
  select jsonb_object_agg(name, jsonb_build_object('rows', (xpath('/row/n/text()', found))[1]::text::bigint, 'sum', (xpath('/row/s/text()', found))[1]::text) order by name)
  from (
    select format('%I.%I', n.nspname, c.relname) as name, query_to_xml(format(
      'select count(*) as n, coalesce(sum((''x'' || left(md5(row(%s)::text), 16))::bit(64)::bigint::numeric), 0) as s from %I.%I t',
      (select coalesce(string_agg(format('t.%I', a.attname), ', ' order by a.attnum), '') from pg_attribute a
       where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''),
      n.nspname, c.relname), false, true, '') as found
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind = 'r' and c.relpersistence <> 't' and n.nspname !~ '^pg_' and n.nspname <> 'information_schema'
      and not exists (select from pg_depend d where d.classid = 'pg_class'::regclass and d.objid = c.oid and d.deptype = 'e')) listed`;

const collections = `
  select coalesce(jsonb_object_agg(id, jsonb_build_object('features', (xpath('/row/n/text()', found))[1]::text::bigint, measure, (xpath('/row/m/text()', found))[1]::text::float8) order by id), '{}')
  from (
    select c.id, case c.geometry_type when 'MultiPolygon' then 'area_m2' when 'MultiLineString' then 'length_m' else 'placed' end as measure, query_to_xml(format(
      'select count(*) as n, %s as m from published.%I f',
      case c.geometry_type when 'MultiPolygon' then 'round(coalesce(sum(ST_Area(f.geom::geography) order by f.code), 0)::numeric, 2)'
        when 'MultiLineString' then 'round(coalesce(sum(ST_Length(f.geom::geography) order by f.code), 0)::numeric, 2)'
        else 'count(f.geom)' end,
      replace(c.id, '-', '_')), false, true, '') as found
    from plan.collection c) listed`;

/** Series do not wait for transactions: a copy may be further on, never behind. */
const series = `
  select coalesce(jsonb_object_agg(format('%I.%I', schemaname, sequencename), coalesce(last_value, 0)), '{}') from pg_sequences`;

const about = `
  select jsonb_build_object(
    'database', current_database(), 'postgres', current_setting('server_version_num')::integer / 10000, 'postgis', public.postgis_lib_version(),
    'bytes', pg_database_size(current_database()),
    'installation', (select id from plan.installation), 'revision', (select value from plan.revision),
    'migrations', (select jsonb_agg(scriptname order by scriptname) from public.schema_migration where scriptname like '%.Migrations.%'))`;

/** Written the same everywhere, and left alone for as long as it takes. */
const settings =
  "set datestyle = 'ISO, YMD'; set intervalstyle = 'iso_8601'; set bytea_output = 'hex'; set extra_float_digits = 1; set timezone = 'UTC'; set statement_timeout = 0; set lock_timeout = 0; set idle_in_transaction_session_timeout = 0";

/** One moment of the database, kept until the session ends, and no migration beside it. Answers with its name for pg_dump. */
export async function hold(session) {
  await session.ask(settings);
  await session.ask("begin isolation level repeatable read");
  await session.ask("lock table public.schema_migration_lock in share mode");
  return session.ask("select pg_export_snapshot()");
}

/** Of a session whose moment is held. */
export async function inventory(session) {
  const json = async (sql) => JSON.parse(await session.ask(sql));
  return {
    ...(await json(about)),
    series: await json(series),
    collections: await json(collections),
    tables: await json(tables),
  };
}

/** Where a copy is not what the inventory says, in words; empty where it is. */
export function differences(wanted, found) {
  const faults = [];
  for (const name of new Set([...Object.keys(wanted.tables), ...Object.keys(found.tables)])) {
    const [was, is] = [wanted.tables[name], found.tables[name]];
    if (!was || !is) faults.push(`${name} is only in the ${was ? "backup" : "copy"}`);
    else if (was.rows !== is.rows) faults.push(`${name} has ${is.rows} rows instead of ${was.rows}`);
    else if (was.sum !== is.sum) faults.push(`${name} has other contents`);
  }
  for (const [id, was] of Object.entries(wanted.collections)) {
    const is = found.collections[id];
    for (const [what, value] of Object.entries(was))
      if (!is || Math.abs(is[what] - value) > 1e-6 * Math.abs(value) + 0.01)
        faults.push(`${id}: ${what} is ${is?.[what]} instead of ${value}`);
  }
  for (const [name, was] of Object.entries(wanted.series))
    if (!(found.series[name] >= was)) faults.push(`the series ${name} is at ${found.series[name]}, before ${was}`);
  return faults;
}
