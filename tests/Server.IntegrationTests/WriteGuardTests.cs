using Npgsql;

namespace SpatialPlan.Server.IntegrationTests;

/// <summary>What no SQL can do to versions, codes and events, the owner's neither.</summary>
public sealed class WriteGuardTests(PlanDatabases databases)
{
    private const string Insert = "insert into feature.hubs (code, version, based_on, review_state, recorded_from, approved_at, approved_by, recorded_by, name_zh, origin, plan_status, placement) values ";

    public static TheoryData<string, string> Refused => new()
    {
        // Nobody approves their own, and somebody approves.
        { $"{Insert} ('own', 1, null, 'approved', now(), now(), 'a', 'a', '名', 'staff', 'planned', 'unplaced')", "approver_is_not_author" },
        { $"{Insert} ('own', 1, null, 'approved', now(), now(), null, 'a', '名', 'staff', 'planned', 'unplaced')", "approved_says_by_whom" },
        { "update feature.hubs set review_state = 'approved', approved_at = clock_timestamp(), approved_by = 'drafter' where code = 'submitted'", "approver_is_not_author" },
        { "update feature.hubs set review_state = 'approved', approved_at = clock_timestamp() where code = 'submitted'", "approved_says_by_whom" },

        // No way back, and no change of what was approved or is under review.
        { "update feature.hubs set review_state = 'in-review', approved_at = null, approved_by = null where code = 'hub'", "versions_are_final" },
        { "update feature.hubs set review_state = 'draft', approved_at = null, approved_by = null where code = 'hub'", "versions_are_final" },
        { "update feature.hubs set approved_by = 'another' where code = 'hub'", "versions_are_final" },
        { "update feature.hubs set approved_at = clock_timestamp() where code = 'hub'", "versions_are_final" },
        { "update feature.hubs set name_zh = '改' where code = 'hub'", "versions_are_final" },
        { "update feature.hubs set geom = null, placement = 'unplaced', name_en = 'x' where code = 'hub'", "versions_are_final" },
        { "update feature.hubs set code = 'other' where code = 'hub'", "versions_are_final" },
        { "update feature.hubs set version = 9 where code = 'hub'", "versions_are_final" },
        { "update feature.hubs set recorded_by = 'another' where code = 'hub'", "versions_are_final" },
        { "update feature.hubs set name_zh = '改' where code = 'submitted'", "versions_are_final" },
        { "update feature.hubs set review_state = 'draft' where code = 'submitted'", "versions_are_final" },
        { "update feature.hubs set review_state = 'approved', recorded_to = null, closed_by = null where code = 'closed'", "versions_are_final" },
        { "update feature.hubs set recorded_to = '2999-01-01' where code = 'closed'", "versions_are_final" },
        { "update feature.hubs set closed_by = 'another' where code = 'closed'", "versions_are_final" },
        { "delete from feature.hubs where code = 'hub'", "versions_are_kept" },
        { "delete from feature.hubs where code = 'closed'", "versions_are_kept" },
        { "delete from feature.hubs", "versions_are_kept" },
        { "truncate feature.hubs", "versions_are_kept" },

        // One submission of a code, also in another state.
        { $"{Insert} ('submitted', 2, null, 'in-review', now(), null, null, 'b', '名', 'staff', 'planned', 'unplaced')", "hubs__submitted" },
        { $"{Insert} ('submitted', 2, null, 'draft', now(), null, null, 'b', '名', 'staff', 'planned', 'unplaced')", "hubs__submitted" },
        { $"{Insert} ('two', 1, null, 'in-review', now(), null, null, 'a', '名', 'staff', 'planned', 'unplaced'), ('two', 2, null, 'in-review', now(), null, null, 'b', '名', 'staff', 'planned', 'unplaced')", "hubs__submitted" },

        // Somebody acts.
        { "insert into plan.event (at, revision, actor, action) values (now(), 1, null, 'changed')", "" },
        { "insert into plan.event (at, revision, actor, action) values (now(), 1, ' ', 'changed')", "event_says_who" },
        { $"{Insert} ('nobody', 1, null, 'in-review', now(), null, null, ' ', '名', 'staff', 'planned', 'unplaced')", "recorded_by_somebody" },
        { "update feature.hubs set review_state = 'withdrawn', recorded_to = clock_timestamp(), closed_by = '' where code = 'hub'", "closed_by_somebody" },
        { $"{Insert} ('later', 1, 1, 'in-review', now(), null, null, 'a', '名', 'staff', 'planned', 'unplaced')", "based_on_an_earlier_version" },

        // A code names one thing.
        { $"{Insert} ('park-2', 1, null, 'in-review', now(), null, null, 'a', '名', 'staff', 'planned', 'unplaced')", "code_names_one_thing" },
        { $"{Insert} ('project-4-1-1', 1, null, 'approved', now(), now(), 'b', 'a', '名', 'staff', 'planned', 'unplaced')", "code_names_one_thing" },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public async Task The_owner_is_refused_as_well(string sql, string constraint)
    {
        await using var database = await Prepared();
        var before = await database.Rows("select f::text from feature.hubs f order by 1");
        var refusal = await Assert.ThrowsAsync<PostgresException>(() => database.Execute(sql));
        Assert.Equal(constraint, refusal.ConstraintName ?? "");
        Assert.Equal(before, await database.Rows("select f::text from feature.hubs f order by 1"));
    }

    [Fact]
    public async Task A_version_may_be_closed_and_a_submission_decided()
    {
        await using var database = await Prepared();
        await database.Execute("update feature.hubs set review_state = 'superseded', recorded_to = clock_timestamp(), closed_by = 'b' where code = 'hub'");
        await database.Execute("update feature.hubs set review_state = 'approved', approved_at = clock_timestamp(), approved_by = 'reviewer' where code = 'submitted'");
        Assert.Equal(["hub|superseded", "submitted|approved"], await database.Rows("select code, review_state from feature.hubs where code in ('hub', 'submitted') order by 1"));
    }

    [Fact]
    public async Task A_project_and_its_site_share_a_code_and_nobody_else_does()
    {
        await using var database = await databases.Loaded();
        Assert.Equal(["project-4-1-1|projects"], await database.Rows("select code, thing from plan.code where code = 'project-4-1-1'"));
        Assert.Equal(
            ["project-4-1-1"],
            await database.Rows("select code from published.projects join published.project_sites using (code) order by 1"));
        Assert.Equal(
            await database.Ask<long>("select count(*) from plan.code"),
            await database.Ask<long>("select count(distinct code) from plan.event where code is not null"));
        await database.Execute("""
            insert into feature.project_sites (code, version, review_state, recorded_from, recorded_by, name_zh, origin, plan_status, placement)
            values ('project-4-1-2', 1, 'in-review', now(), 'drafter', '地', 'staff', 'planned', 'unplaced')
            """);
    }

    private async Task<TestDatabase> Prepared()
    {
        var database = await databases.Loaded();
        await database.Execute($"""
            {Insert}
              ('hub', 1, null, 'approved', now(), now(), 'reviewer', 'drafter', '名', 'staff', 'planned', 'unplaced'),
              ('submitted', 1, null, 'in-review', now(), null, null, 'drafter', '名', 'staff', 'planned', 'unplaced'),
              ('closed', 1, null, 'approved', now(), now(), 'reviewer', 'drafter', '名', 'staff', 'planned', 'unplaced');
            update feature.hubs set review_state = 'withdrawn', recorded_to = clock_timestamp(), closed_by = 'drafter' where code = 'closed'
            """);
        return database;
    }
}
