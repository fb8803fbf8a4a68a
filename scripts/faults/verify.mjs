import assert from "node:assert/strict";

/** All that was acknowledged is there, nothing is there twice, and no change set is half published. */
export async function verify(writers, sql, first) {
  const json = async (query) =>
    JSON.parse(await sql(`select coalesce(jsonb_agg(to_jsonb(q)), '[]') from (${query}) q`));
  const codes = writers
    .flatMap((writer) => writer.codes)
    .map((code) => `'${code}'`)
    .join(",");

  const sets = new Map(
    (await json("select id, state, title from plan.change_set where title like 'lane %'")).map((set) => [set.id, set]),
  );
  const wanted = writers.flatMap(({ ledger }) => [...ledger.sets]);
  for (const [id, state] of wanted) assert.equal(sets.get(id)?.state, state, `change set ${id}`);
  assert.equal(sets.size, wanted.length, "change sets that nobody was told of");
  assert.equal(new Set([...sets.values()].map(({ title }) => title)).size, sets.size, "a change set was made twice");

  const rows = await json(`select code, version, name_en, recorded_by from feature.projects where code in (${codes})`);
  const versions = new Map(rows.map((row) => [`${row.code} ${row.version}`, row]));
  const submitted = writers.flatMap(({ ledger }) => ledger.versions);
  for (const { code, version, name } of submitted)
    assert.equal(versions.get(`${code} ${version}`)?.name_en, name, `${code}, version ${version}`);
  assert.equal(
    rows.filter(({ name_en }) => /^lane /.test(name_en ?? "")).length,
    submitted.length,
    "versions that nobody was told of",
  );

  const published = new Map(
    (await json(`select code, version, name_en from published.projects where code in (${codes})`)).map((row) => [
      row.code,
      row,
    ]),
  );
  for (const writer of writers) {
    const { version, name } = writer.stands();
    for (const code of writer.codes) {
      assert.equal(published.get(code)?.version, version, `${code} as published`);
      if (name) assert.equal(published.get(code).name_en, name, code);
    }
  }

  const drafts = new Map((await json("select id, note from plan.draft")).map((draft) => [draft.id, draft.note]));
  for (const { ledger } of writers)
    if (ledger.draft) assert.equal(drafts.get(ledger.draft.id), ledger.draft.note, `draft ${ledger.draft.id}`);
  assert.equal(drafts.size, writers.filter(({ ledger }) => ledger.draft).length, "drafts that nobody was told of");

  const half = await json(`
    select c.id, c.state, count(*) filter (where f.approved_at is not null) as approved, count(*) as items
    from plan.change_set c join plan.change_item i on i.change_set = c.id left join feature.projects f on f.code = i.code and f.version = i.version
    where c.title like 'lane %' group by c.id having count(*) filter (where f.approved_at is not null) not in (0, count(*)) or (c.state = 'approved') <> bool_and(f.approved_at is not null)`);
  assert.deepEqual(half, [], "half published");

  const approvals = wanted.filter(([, state]) => state === "approved").length;
  assert.equal(Number(await sql("select value from plan.revision")), first + approvals, "the revision");
  assert.equal(
    Number(
      await sql(
        "select count(*) from plan.event where action = 'approve' and collection is null and detail ->> 'title' like 'lane %'",
      ),
    ),
    approvals,
    "events of approvals",
  );
}
