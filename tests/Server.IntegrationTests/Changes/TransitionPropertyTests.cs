using System.Text.Json.Nodes;
using CsCheck;
using Npgsql;

namespace SpatialPlan.Server.IntegrationTests.Changes;

/// <summary>Whoever does whatever in whatever order: what PostgreSQL calls approved was approved by a reviewer who is not its author.</summary>
public sealed class TransitionPropertyTests(PlanDatabases databases)
{
    private static readonly (string Name, string[] Roles)[] People =
    [
        ("author", ["viewer", "staff", "reviewer", "administrator"]),
        ("colleague", ["staff"]),
        ("reviewer", ["reviewer"]),
        ("administrator", ["administrator", "viewer"]),
        ("nobody", []),
    ];

    private static readonly string[] Actions = ["submit", "approve", "return", "withdraw", "supersede", "publish", "replace"];

    private static readonly Gen<(int Person, int Action)[]> Sequences = Gen.Select(Gen.Int[0, People.Length - 1], Gen.Int[0, Actions.Length - 1]).Array[1, 12];

    [Fact]
    public async Task No_sequence_of_actions_reaches_approved_without_a_reviewer_other_than_the_author()
    {
        await using var database = await databases.Loaded();
        await using var staff = NpgsqlDataSource.Create(TestDatabase.AddressOf(database.Address, "spatialplan_staff"));
        var (number, reached) = (0, 0);
        await Sequences.SampleAsync(
            async sequence =>
            {
                var code = $"hub-any-{Interlocked.Increment(ref number)}";
                var set = (await Ask(staff, $"select review.create_change_set('author', '{{staff}}', 't', 'b', '[{Hub(code)}]')"))!;
                var allowed = new List<(string Person, string Action)>();
                foreach (var (person, action) in sequence)
                {
                    if (await Try(staff, set, People[person], Actions[action], code) is { } became)
                    {
                        set = became;
                        allowed.Add((People[person].Name, Actions[action]));
                    }
                }

                var rows = await database.Rows($"select recorded_by, approved_by from feature.hubs where code = '{code}' and approved_at is not null");
                var isApproved = (string)set["state"]! == "approved";
                Interlocked.Add(ref reached, isApproved ? 1 : 0);
                Assert.Equal(isApproved ? ["author|reviewer"] : [], rows);
                Assert.Equal(isApproved, allowed.Contains(("reviewer", "approve")));
                Assert.All(allowed, step => Assert.Equal(step.Action is "approve" or "return" ? "reviewer" : "author", step.Person));
                Assert.True(!isApproved || allowed[^1] == ("reviewer", "approve"), "an approved set was changed");
            },
            iter: 300,
            threads: 2);
        Assert.True(reached > 0, "no sequence was approved: the property says nothing");
    }

    private static async Task<JsonNode?> Try(NpgsqlDataSource staff, JsonNode set, (string Name, string[] Roles) person, string action, string code)
    {
        var roles = $"array[{string.Join(',', person.Roles.Select(role => $"'{role}'"))}]::text[]";
        var (id, version) = ((long)set["id"]!, (int)set["version"]!);
        try
        {
            return await Ask(staff, action == "replace"
                ? $"select review.replace_change_set('{person.Name}', {roles}, {id}, {version}, 't', 'b', '[{Hub(code)}]')"
                : $"select review.act('{person.Name}', {roles}, {id}, {version}, '{action}')");
        }
        catch (PostgresException refused)
        {
            Assert.NotNull(refused.ConstraintName);
            return null;
        }
    }

    private static string Hub(string code) =>
        $$$"""{"collection":"hubs","code":"{{{code}}}","action":"change","based_on":null,"content":{"name_zh":"新","origin":"staff","plan_status":"planned","placement":"stated","accuracy_m":10},"geometry":{"type":"Point","coordinates":[116.6,35.4]}}""";

    private static async Task<JsonNode?> Ask(NpgsqlDataSource source, string sql)
    {
        await using var command = source.CreateCommand(sql);
        return await command.ExecuteScalarAsync(TestContext.Current.CancellationToken) is string text ? JsonNode.Parse(text) : null;
    }
}
