using Npgsql;

namespace SpatialPlan.Server.IntegrationTests;

/// <summary>What must always be true is held by PostgreSQL, whoever writes.</summary>
public sealed class ConstraintTests(PlanDatabases databases)
{
    private const string Row = "insert into feature.projects (code, version, review_state, recorded_from, approved_at, approved_by, recorded_by, name_zh, origin, plan_status, placement, accuracy_m, geom, horizon_from, horizon_to, industry_chain)";

    public static TheoryData<string, string> Refused => new()
    {
        { "('p-1', 1, 'approved', now(), now(), 'operator', 'x', '名', 'staff', 'planned', 'unplaced', null, 'SRID=4490;POINT(116.6 35.4)', null, null, null)", "unplaced_has_no_geometry" },
        { "('p-1', 1, 'approved', now(), now(), 'operator', 'x', '名', 'staff', 'planned', 'stated', 1, null, null, null, null)", "unplaced_has_no_geometry" },
        { "('p-1', 1, 'approved', now(), now(), 'operator', 'x', '名', 'staff', 'planned', 'unplaced', -1, null, null, null, null)", "accuracy_is_not_negative" },
        { "('p-1', 1, 'approved', now(), now(), 'operator', 'x', '名', 'staff', 'planned', 'unplaced', null, null, 2030, 2025, null)", "horizon_runs_forward" },
        { "('p-1', 1, 'approved', now(), null, null, 'x', '名', 'staff', 'planned', 'unplaced', null, null, null, null, null)", "approved_says_when" },
        { "('p-1', 1, 'draft', now(), now(), 'operator', 'x', '名', 'staff', 'planned', 'unplaced', null, null, null, null, null)", "approved_says_when" },
        { "('p-1', 1, 'superseded', now(), now(), 'operator', 'x', '名', 'staff', 'planned', 'unplaced', null, null, null, null, null)", "closed_is_not_approved" },
        { "('p-1', 0, 'approved', now(), now(), 'operator', 'x', '名', 'staff', 'planned', 'unplaced', null, null, null, null, null)", "version_counts_from_one" },
        { "('P 1', 1, 'approved', now(), now(), 'operator', 'x', '名', 'staff', 'planned', 'unplaced', null, null, null, null, null)", "code_is_a_code" },
        { "('p-1', 1, 'approved', now(), now(), 'operator', 'x', E'\\x1f名', 'staff', 'planned', 'unplaced', null, null, null, null, null)", "name_zh_has_no_separator" },
        { "('p-1', 1, 'approved', now(), now(), 'operator', 'x', '名', 'staff', 'planned', 'unplaced', null, null, null, null, 'tea')", "industry_chain_is_known" },
        { "('p-1', 1, 'approved', now(), now(), 'operator', 'x', '名', 'staff', 'finished', 'unplaced', null, null, null, null, null)", "plan_status_is_known" },
        { "('p-1', 1, 'approved', now(), now(), 'operator', 'x', '名', 'staff', 'planned', 'unplaced', null, null, null, null, null), ('p-1', 2, 'approved', now(), now(), 'operator', 'x', '名', 'staff', 'planned', 'unplaced', null, null, null, null, null)", "projects__published" },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public async Task A_row_that_cannot_be_true_is_refused(string values, string constraint)
    {
        await using var database = await databases.Loaded();
        var refusal = await Assert.ThrowsAsync<PostgresException>(() => database.Execute($"{Row} values {values}"));
        Assert.Equal(constraint, refusal.ConstraintName);
    }

    [Fact]
    public async Task A_polygon_that_crosses_itself_is_refused()
    {
        await using var database = await databases.Loaded();
        var refusal = await Assert.ThrowsAsync<PostgresException>(() => database.Execute(
            "update feature.zone set geom = 'SRID=4490;MULTIPOLYGON(((116.6 35.4, 116.7 35.5, 116.7 35.4, 116.6 35.5, 116.6 35.4)))'"));
        Assert.Equal("geometry_is_valid", refusal.ConstraintName);
    }

    [Fact]
    public async Task A_list_of_codes_holds_terms_only()
    {
        await using var database = await databases.Loaded();
        var refusal = await Assert.ThrowsAsync<PostgresException>(() => database.Execute("update feature.parks set industry_chains = array['new-energy', 'tea']"));
        Assert.Equal((PostgresErrorCodes.ForeignKeyViolation, "parks.industry_chains: tea is no term of industry_chain"), (refusal.SqlState, refusal.MessageText));
    }

    [Theory]
    [InlineData("update plan.event set actor = 'nobody'")]
    [InlineData("delete from plan.event")]
    [InlineData("truncate plan.event")]
    public async Task History_is_never_rewritten(string sql)
    {
        await using var database = await databases.Loaded();
        var refusal = await Assert.ThrowsAsync<PostgresException>(() => database.Execute(sql));
        Assert.StartsWith("plan.event is history", refusal.MessageText, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Geometry_is_kept_in_4490_with_a_copy_in_3857()
    {
        await using var database = await databases.Loaded();
        Assert.Equal(
            ["t"],
            await database.Rows("select distinct case when ST_SRID(geom) = 4490 and ST_Equals(geom_3857, ST_Transform(geom, 3857)) then 't' else 'f' end from published.parks where geom is not null"));
    }

    [Fact]
    public async Task Migrating_again_changes_nothing()
    {
        await using var database = await databases.Loaded();
        var migrator = database.Migrator;
        var before = await database.Rows("select scriptname, applied from public.schema_migration order by 1");
        Assert.True(await migrator.IsUpToDate(TestContext.Current.CancellationToken));
        await migrator.Migrate(TestContext.Current.CancellationToken);
        Assert.Equal(before, await database.Rows("select scriptname, applied from public.schema_migration order by 1"));

        // Functions that are not the ones of this server are made again, and the views with them.
        await database.Execute("update plan.installed set hash = 'another' where what = 'functions'");
        Assert.False(await migrator.IsUpToDate(TestContext.Current.CancellationToken));
        await migrator.Migrate(TestContext.Current.CancellationToken);
        Assert.True(await migrator.IsUpToDate(TestContext.Current.CancellationToken));
        Assert.Equal(12L, await database.Ask<long>("select count(*) from published.parks"));
    }
}
