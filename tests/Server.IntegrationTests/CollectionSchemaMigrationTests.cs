namespace SpatialPlan.Server.IntegrationTests;

/// <summary>An installation of before, whose collections stood in schema plan beside everything else.</summary>
public sealed class CollectionSchemaMigrationTests(PlanDatabases databases)
{
    private const string Before = """
        drop table plan.installation cascade;
        drop schema review cascade;
        drop schema submitted cascade;
        drop table plan.exclusion, plan.decision_check, plan.comment, plan.finding_answer, plan.consultation, plan.publication, plan.notification, plan.decision, plan.change_set_contact, plan.attachment, plan.version_check, plan.change_item, plan.change_set, plan.draft, plan.code_series, plan.answered cascade;
        drop index plan.event_of_publication;
        drop schema account, enquiry, contest cascade;
        drop table plan.code, plan.review_transition cascade;
        alter table plan.collection drop column codes_of;
        alter table plan.event drop constraint event_says_who;
        drop schema history cascade;
        drop schema published_plan cascade;
        alter table plan.revision drop column catalogue;
        drop table plan.policy cascade;
        drop table plan.catalogue;
        drop schema test_published, test_history cascade;
        drop schema closed, test_closed cascade;
        do $$
        declare
          name text;
          part text;
        begin
          for name in select plan.table_of(id) from plan.collection loop
            execute format('drop view published.%I', name);
            execute format('alter table feature.%I drop column approved_by, drop column based_on', name);
            execute format('alter table feature.%I set schema plan', name);
            for part in select indexrelid::regclass::text from pg_index where indrelid = format('plan.%I', name)::regclass loop
              execute format('alter index %s rename to %I', part, replace(split_part(part, '.', 2), '__', '_'));
            end loop;
            for part in select stxname from pg_statistic_ext where stxrelid = format('plan.%I', name)::regclass loop
              execute format('alter statistics feature.%1$I set schema plan; alter statistics plan.%1$I rename to %2$I', part, replace(part, '__', '_'));
            end loop;
            execute format('create view published.%1$I as select code from plan.%1$I; create view published.%2$I as select code from plan.%1$I', name, name || '_history');
          end loop;
        end
        $$;
        drop schema feature;
        create view published.revision as select value from plan.revision;
        alter table catalogue._rule rename to rule;
        alter table catalogue._plan rename to plan;
        alter table catalogue._collection rename to collection;
        alter table catalogue._product rename to product;
        delete from public.schema_migration where scriptname > 'SpatialPlan.Server.Database.Migrations.0006';
        """;

    private const string Rows = "select code, version, review_state, recorded_from, recorded_by, md5(to_jsonb(p)::text) from feature.projects p order by code, version";

    private const string Parts = """
        select c.relname, c.oid, coalesce(i.indexdef, t.definition) from pg_class c
        left join pg_indexes i on i.schemaname = 'feature' and i.indexname = c.relname
        left join lateral (select string_agg(pg_get_triggerdef(g.oid), ';' order by g.tgname) as definition from pg_trigger g where g.tgrelid = c.oid and not g.tgisinternal) t on true
        where c.relnamespace = 'feature'::regnamespace order by c.relname
        """;

    private const string Files = "select relname, relfilenode from pg_class where relnamespace = 'feature'::regnamespace and relkind = 'r' order by 1";

    [Fact]
    public async Task Keeps_versions_indexes_statistics_and_triggers_and_rewrites_no_table()
    {
        await using var database = await databases.Loaded();
        var questions = new[]
        {
            Rows, Parts, Files, "select code, thing from plan.code order by 1", "select stxname, stxnamespace::regnamespace::text from pg_statistic_ext order by 1", "select code from published.projects order by 1", "select code, approved_at from history.projects order by 1",
            "select table_schema, table_name, privilege_type from information_schema.role_table_grants where grantee = 'spatialplan_public' order by 1, 2",
        };
        var expected = new List<IReadOnlyList<string>>();
        foreach (var question in questions)
        {
            expected.Add(await database.Rows(question));
            Assert.NotEmpty(expected[^1]);
        }

        await database.Execute(Before);
        await database.Migrator.Migrate(TestContext.Current.CancellationToken);

        foreach (var (question, rows) in questions.Zip(expected))
        {
            Assert.Equal(rows, await database.Rows(question));
        }

        Assert.True(await database.Ask<bool>("select to_regclass('published.projects_history') is null"));
        await database.Execute("delete from plan.installed where what = 'gis-data'");
        Assert.All((await database.Load(Repository.GisData)).Layers, layer => Assert.Equal((0, 0, 0), (layer.Added, layer.Changed, layer.Withdrawn)));
    }
}
