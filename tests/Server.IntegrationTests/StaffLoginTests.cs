using System.Text.Json.Nodes;
using Npgsql;

namespace SpatialPlan.Server.IntegrationTests;

/// <summary>The login that writes for people: through the functions of schema review and in no other way.</summary>
public sealed class StaffLoginTests(PlanDatabases databases, RefusingDatabase refusing) : IClassFixture<RefusingDatabase>
{
    private const string Hub = """{"collection":"hubs","code":"hub-new","based_on":null,"content":{"name_zh":"新","origin":"staff","plan_status":"planned","placement":"stated","accuracy_m":10},"geometry":{"type":"Point","coordinates":[116.6,35.4]}}""";

    [Theory]
    [InlineData("select * from feature.hubs")]
    [InlineData("insert into feature.hubs (code, version, review_state, recorded_from, recorded_by, name_zh, origin, plan_status, placement) values ('x', 1, 'in-review', now(), 'a', '名', 'staff', 'planned', 'unplaced')")]
    [InlineData("update feature.hubs set name_zh = '改'")]
    [InlineData("delete from feature.hubs")]
    [InlineData("truncate feature.hubs")]
    [InlineData("alter table feature.hubs disable trigger versions_are_final")]
    [InlineData("drop table feature.hubs")]
    [InlineData("insert into plan.event (at, revision, actor, action) values (now(), 1, 'a', 'approved')")]
    [InlineData("update plan.event set actor = 'a'")]
    [InlineData("delete from plan.event")]
    [InlineData("update plan.revision set value = 99")]
    [InlineData("insert into plan.code values ('x', 'hubs')")]
    [InlineData("update plan.review_transition set who = 'author'")]
    [InlineData("select * from plan.draft")]
    [InlineData("update plan.draft set owner = 'a'")]
    [InlineData("update plan.change_set set state = 'approved'")]
    [InlineData("delete from plan.change_item")]
    [InlineData("select * from plan.decision")]
    [InlineData("update plan.decision set comment = 'x'")]
    [InlineData("select * from plan.notification")]
    [InlineData("select plan.tell('{a}', 'submitted', 1, 'b')")]
    [InlineData("select * from plan.comment")]
    [InlineData("insert into plan.comment (change_set, set_version, author, action, text) values (1, 1, 'a', 'comment', 'x')")]
    [InlineData("update plan.code_series set last = 0")]
    [InlineData("select plan.insert_items(1, '[]')")]
    [InlineData("select plan.note_set(c, 'a', 'approve', null) from plan.change_set c")]
    [InlineData("select * from enquiry.enquiry")]
    [InlineData("delete from enquiry.enquiry")]
    [InlineData("select * from contest.contest")]
    [InlineData("update contest.contest set answer = 'x'")]
    [InlineData("update enquiry.enquiry set kept_until = now()")]
    [InlineData("select plan.raise_revision()")]
    [InlineData("select plan.insert_versions('hubs', '(select 1)', '{}', null, 'a', 'b', now())")]
    [InlineData("select plan.begin_write()")]
    [InlineData("select plan.guard_versions('hubs')")]
    [InlineData("create table published.mine (x int)")]
    [InlineData("create table public.mine (x int)")]
    [InlineData("create function public.mine() returns int language sql return 1")]
    [InlineData("create temporary table pending_event (x int)")]
    [InlineData("create schema mine")]
    [InlineData("set session_replication_role = replica")]
    [InlineData("delete from published.hubs")]
    public async Task May_nothing_else(string sql)
    {
        await using var staff = await Staff(refusing.Database);
        var refusal = await Assert.ThrowsAsync<PostgresException>(() => Run(staff, sql));
        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, refusal.SqlState);
    }

    [Fact]
    public async Task Submits_what_another_approves_and_readers_see_then()
    {
        await using var database = await databases.Loaded();
        await using var staff = await Staff(database);
        var revision = await database.Ask<long>("select value from plan.revision");
        Assert.Equal("""[{"code": "hub-new", "version": 1, "collection": "hubs"}]""", await Ask(staff, "select review.submit('drafter', $1)::text", $"[{Hub}]"));
        Assert.Equal(0L, await database.Ask<long>("select count(*) from published.hubs where code = 'hub-new'"));
        Assert.Equal(revision, await database.Ask<long>("select value from plan.revision"));

        Assert.Equal(revision + 1, await Ask(staff, "select review.decide('reviewer', 'approve', $1)", One("hubs", "hub-new", 1)));
        Assert.Equal(["1|新|116.6"], await database.Rows("select version, name_zh, ST_X(geom) from published.hubs where code = 'hub-new'"));
        Assert.Equal(
            [$"submitted|drafter|{revision}|1", $"approve|reviewer|{revision + 1}|1"],
            await database.Rows("select action, actor, revision, version from plan.event where code = 'hub-new' order by id"));
        Assert.Equal(1L, await database.Ask<long>("select count(*) from plan.point_change where collection = 'hubs' and sign = 1 and feature ->> 'code' = 'hub-new'"));
    }

    [Fact]
    public async Task An_approval_closes_the_version_it_is_based_on_and_a_stale_one_is_refused()
    {
        await using var database = await databases.Loaded();
        await using var staff = await Staff(database);
        await Publish(staff, Hub);
        var change = Hub.Replace("\"based_on\":null", "\"based_on\":1", StringComparison.Ordinal);

        // New where one stands, and based on what never stood.
        await Refused(staff, "40001", "base_is_what_stands", "select review.submit('drafter', $1)", $"[{Hub}]");
        await Refused(staff, "40001", "base_is_what_stands", "select review.submit('drafter', $1)", $"[{Hub.Replace("\"based_on\":null", "\"based_on\":7", StringComparison.Ordinal)}]");
        await Run(staff, "select review.submit('drafter', $1)", $"[{change}]");
        await Refused(staff, PostgresErrorCodes.UniqueViolation, "hubs__submitted", "select review.submit('another', $1)", $"[{change}]");

        await Run(staff, "select review.decide('reviewer', 'approve', $1)", One("hubs", "hub-new", 2));
        Assert.Equal(["1|superseded|reviewer", "2|approved|"], await database.Rows("select version, review_state, closed_by from feature.hubs where code = 'hub-new' order by 1"));
        Assert.Equal(2L, await database.Ask<long>("select count(*) from history.hubs where code = 'hub-new'"));

        // What it is based on goes while it is under review.
        await Run(staff, "select review.submit('drafter', $1)", $"[{Hub.Replace("\"based_on\":null", "\"based_on\":2", StringComparison.Ordinal)}]");
        await database.Execute("update feature.hubs set review_state = 'withdrawn', recorded_to = clock_timestamp(), closed_by = 'z' where code = 'hub-new' and version = 2");
        await Refused(staff, "40001", "base_is_what_stands", "select review.decide('reviewer', 'approve', $1)", One("hubs", "hub-new", 3));
    }

    [Theory]
    [InlineData("select review.decide('drafter', 'approve', $1)", "approver_is_not_author")]
    [InlineData("select review.decide('drafter', 'return', $1)", "approver_is_not_author")]
    [InlineData("select review.decide('', 'approve', $1)", "event_says_who")]
    [InlineData("select review.decide(null, 'approve', $1)", "event_says_who")]
    [InlineData("select review.decide('reviewer', 'withdraw', $1)", null)]
    [InlineData("select review.decide('gis-data', 'approve', $1)", null)]
    [InlineData("select review.decide('reviewer', 'supersede', $1)", "transition_is_known")]
    [InlineData("select review.decide('reviewer', 'delete', $1)", "transition_is_known")]
    public async Task Decides_by_the_table_of_transitions_only(string sql, string? constraint)
    {
        await using var database = await databases.Loaded();
        await using var staff = await Staff(database);
        await Run(staff, "select review.submit('drafter', $1)", $"[{Hub}]");
        var before = await database.Rows("select id from plan.event");
        await Refused(staff, null, constraint, sql, One("hubs", "hub-new", 1));
        Assert.Equal(before, await database.Rows("select id from plan.event"));
        Assert.Equal(["in-review"], await database.Rows("select review_state from feature.hubs where code = 'hub-new'"));
    }

    [Fact]
    public async Task A_set_is_written_whole_or_not_at_all()
    {
        await using var database = await databases.Loaded();
        await using var staff = await Staff(database);
        var bad = Hub.Replace("hub-new", "park-2", StringComparison.Ordinal);
        await Refused(staff, PostgresErrorCodes.UniqueViolation, "code_names_one_thing", "select review.submit('drafter', $1)", $"[{Hub},{bad}]");
        Assert.Equal(0L, await database.Ask<long>("select count(*) from feature.hubs where recorded_by = 'drafter'"));

        await Run(staff, "select review.submit('drafter', $1)", $"[{Hub},{Hub.Replace("hub-new", "hub-newer", StringComparison.Ordinal)}]");
        var both = new JsonArray(JsonNode.Parse(One("hubs", "hub-new", 1))![0]!.DeepClone(), JsonNode.Parse(One("hubs", "hub-gone", 1))![0]!.DeepClone()).ToJsonString();
        await Refused(staff, null, "transition_is_known", "select review.decide('reviewer', 'approve', $1)", both);
        Assert.Equal(2L, await database.Ask<long>("select count(*) from feature.hubs where review_state = 'in-review'"));
    }

    [Fact]
    public async Task What_the_content_says_of_the_version_is_not_read()
    {
        await using var database = await databases.Loaded();
        await using var staff = await Staff(database);
        var greedy = Hub.Replace("\"content\":{", "\"content\":{\"review_state\":\"approved\",\"approved_at\":\"2001-01-01\",\"approved_by\":\"x\",\"recorded_by\":\"y\",\"version\":9,\"code\":\"z\",\"package_hash\":\"h\",", StringComparison.Ordinal);
        await Run(staff, "select review.submit('drafter', $1)", $"[{greedy}]");
        Assert.Equal(["hub-new|1|in-review|drafter|||"], await database.Rows("select code, version, review_state, recorded_by, approved_by, approved_at, package_hash from feature.hubs where recorded_by = 'drafter'"));
    }

    [Fact]
    public async Task An_author_withdraws_and_a_reviewer_returns_and_the_code_is_free_again()
    {
        await using var database = await databases.Loaded();
        await using var staff = await Staff(database);
        foreach (var (actor, action, version) in new[] { ("drafter", "withdraw", 1), ("reviewer", "return", 2) })
        {
            await Run(staff, "select review.submit('drafter', $1)", $"[{Hub}]");
            await Run(staff, $"select review.decide('{actor}', '{action}', $1, 'because')", One("hubs", "hub-new", version));
            await Refused(staff, null, "transition_is_known", "select review.decide('reviewer', 'approve', $1)", One("hubs", "hub-new", version));
        }

        Assert.Equal(["1|withdrawn|drafter", "2|returned|reviewer"], await database.Rows("select version, review_state, closed_by from feature.hubs where code = 'hub-new' order by 1"));
        Assert.Equal(["because", "because"], await database.Rows("select detail ->> 'comment' from plan.event where code = 'hub-new' and detail is not null"));
        await Publish(staff, Hub, 3);
    }

    [Fact]
    public async Task Two_approvals_at_once_are_one()
    {
        await using var database = await databases.Loaded();
        await using var staff = await Staff(database);
        await using var other = await Staff(database);
        await Run(staff, "select review.submit('drafter', $1)", $"[{Hub}]");
        var both = await Task.WhenAll(new[] { staff, other }.Select(async login =>
        {
            try
            {
                await Ask(login, "select review.decide('reviewer', 'approve', $1)", One("hubs", "hub-new", 1));
                return "approved";
            }
            catch (PostgresException refusal)
            {
                return refusal.ConstraintName;
            }
        }));
        Assert.Equal(["approved", "transition_is_known"], both.Order());
        Assert.Equal(1L, await database.Ask<long>("select count(*) from plan.event where code = 'hub-new' and action = 'approve'"));
    }

    private static async Task Publish(NpgsqlConnection staff, string feature, int version = 1)
    {
        await Run(staff, "select review.submit('drafter', $1)", $"[{feature}]");
        await Run(staff, "select review.decide('reviewer', 'approve', $1)", One("hubs", "hub-new", version));
    }

    private static string One(string collection, string code, int version) => $$"""[{"collection":"{{collection}}","code":"{{code}}","version":{{version}}}]""";

    private static async Task Refused(NpgsqlConnection connection, string? state, string? constraint, string sql, string given)
    {
        var refusal = await Assert.ThrowsAsync<PostgresException>(() => Run(connection, sql, given));
        Assert.Equal((state ?? refusal.SqlState, constraint), (refusal.SqlState, refusal.ConstraintName));
    }

    private static async Task Run(NpgsqlConnection connection, string sql, string? given = null) => await Ask(connection, sql, given);

    private static async Task<object?> Ask(NpgsqlConnection connection, string sql, string? given = null)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        if (given is not null)
        {
            command.Parameters.Add(new() { Value = given, NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.Jsonb });
        }

        return await command.ExecuteScalarAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>A connection that has logged in as staff.</summary>
    private static async Task<NpgsqlConnection> Staff(TestDatabase database)
    {
        var connection = new NpgsqlConnection(TestDatabase.AddressOf(database.Address, "spatialplan_staff") + ";Pooling=false");
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        return connection;
    }
}
