using System.Text.Json.Nodes;
using CsCheck;
using Npgsql;

namespace SpatialPlan.Server.IntegrationTests.Review;

/// <summary>
/// Three people who may draw and review do whatever in whatever order, while roles are taken and given: what becomes approved, an
/// undoing too, was approved by somebody else than its author, who was a reviewer at that moment, and had it if anybody had.
/// </summary>
public sealed class ThreePeoplePropertyTests(PlanDatabases databases)
{
    private const int People = 3;

    private static readonly string[] Actions =
    [
        "submit", "submit", "approve", "approve", "return", "withdraw", "replace", "claim", "release", "assign", "comment", "answer", "undo", "take-role", "give-role",
    ];

    /// <summary>Half of what there is to go wrong comes after an approval and after its undo, where few sequences come by chance.</summary>
    private static readonly Step[] Begun =
        [new(0, "submit", 0, true), new(1, "approve", 0, true), new(1, "undo", 0, true), new(1, "submit", 0, true), new(2, "approve", 0, true)];

    private static readonly Gen<(int Begun, Step[] Steps)> Sequences = Gen.Select(
        Gen.Int[0, Begun.Length],
        Gen.Select(Gen.Int[0, People - 1], Gen.Int[0, Actions.Length - 1], Gen.Int[0, People - 1], Gen.Bool, (person, action, other, isLast) => new Step(person, Actions[action], other, isLast)).Array[1, 20]);

    [Fact]
    public async Task What_is_approved_was_approved_by_a_reviewer_of_that_moment_who_is_not_its_author()
    {
        await using var database = await databases.Loaded();
        await using var staff = NpgsqlDataSource.Create(TestDatabase.AddressOf(database.Address, "spatialplan_staff"));
        var (number, approved, undone, withoutRole) = (0, 0, 0, 0);
        await Sequences.SampleAsync(
            async sequence =>
            {
                var room = new Room(database, staff, $"hub-three-{Interlocked.Increment(ref number)}");
                await room.Open();

                foreach (var step in Begun.Take(sequence.Begun).Concat(sequence.Steps))
                {
                    await room.Do(step);
                }

                await room.Verify();
                Interlocked.Add(ref approved, room.Approvals);
                Interlocked.Add(ref undone, room.Approvals > 1 ? 1 : 0);
                Interlocked.Add(ref withoutRole, room.RefusedForRole);
            },
            iter: 200,
            threads: 2);
        Assert.True(approved > 0 && undone > 0 && withoutRole > 0, $"{approved} approved, {undone} of them undone, {withoutRole} times without the role: the property says nothing");
    }

    private sealed record Step(int Person, string Action, int Other, bool IsLast);

    /// <summary>Three accounts, one feature, and the sets that are made of it.</summary>
    private sealed class Room(TestDatabase database, NpgsqlDataSource staff, string code)
    {
        private readonly Guid[] people = [.. Enumerable.Range(0, People).Select(_ => Guid.NewGuid())];
        private readonly List<JsonNode> sets = [];
        private readonly List<(long Set, string By, bool WasReviewer, string? With)> approvals = [];

        public int Approvals => approvals.Count;

        public int RefusedForRole { get; private set; }

        public async Task Open()
        {
            foreach (var id in people)
            {
                await database.Execute($"""
                    insert into account.account (id, name, normalized_name, roles, password_hash, security_stamp, concurrency_stamp)
                    values ('{id}', '{id}', '{id}', array['viewer', 'staff', 'reviewer'], '-', '-', '-')
                    """);
            }

            sets.Add((await Ask($"select review.create_change_set('{people[0]}', {await Roles(0)}, 't', 'b', '[{Hub}]')"))!);
        }

        public async Task Do(Step step)
        {
            var place = step.IsLast ? sets.Count - 1 : 0;
            var (who, roles, set) = (people[step.Person], await Roles(step.Person), sets[place]);
            var asked = $"'{who}', {roles}, {(long)set["id"]!}";
            var seen = (int)set["version"]!;
            try
            {
                switch (step.Action)
                {
                    case "take-role":
                        await database.Execute($"update account.account set roles = array_remove(roles, 'reviewer') where id = '{people[step.Other]}'");
                        break;
                    case "give-role":
                        await database.Execute($"update account.account set roles = array['viewer', 'staff', 'reviewer'] where id = '{people[step.Other]}'");
                        break;
                    case "comment":
                        await Ask($$"""select review.add_comment({{asked}}, '{"text": "said"}')""");
                        break;
                    case "answer":
                        await Ask($"select review.add_to_comment({asked}, (select (c ->> 'id')::bigint from jsonb_array_elements(review.comments({asked})) c limit 1), 'answer', 'said')");
                        break;
                    case "undo":
                        sets.Add((await Ask($"select review.create_change_set('{who}', {roles}, 't', 'b', review.reversed({asked}, {seen}), '{"{}"}', {(long)set["id"]!})"))!);
                        break;
                    case "replace":
                        sets[place] = (await Ask($"select review.replace_change_set({asked}, {seen}, 't', 'b', '[{Hub}]')"))!;
                        break;
                    case "claim" or "release" or "assign":
                        sets[place] = (await Ask($"select review.claim({asked}, {seen}, '{step.Action}', '{people[step.Other]}')"))!;
                        break;
                    default:
                        var became = (await Ask($"select review.act({asked}, {seen}, '{step.Action}')"))!;
                        if (step.Action == "approve")
                        {
                            approvals.Add(((long)set["id"]!, $"{who}", roles.Contains("reviewer", StringComparison.Ordinal), (string?)set["claimed_by"]));
                        }

                        sets[place] = became;
                        break;
                }
            }
            catch (PostgresException refused)
            {
                Assert.NotNull(refused.ConstraintName);
                RefusedForRole += refused.ConstraintName == "role_is_held" ? 1 : 0;
            }
        }

        public async Task Verify()
        {
            var ids = string.Join(',', sets.Select(set => (long)set["id"]!));
            var rows = await database.Rows($"select id, author, decided_by from plan.change_set where id in ({ids}) and state = 'approved' order by id");
            Assert.Equal(approvals.Select(approval => approval.Set).Order(), rows.Select(row => long.Parse(row.Split('|')[0], System.Globalization.CultureInfo.InvariantCulture)));
            foreach (var row in rows.Select(row => row.Split('|')))
            {
                var (_, by, wasReviewer, with) = approvals.Single(approval => $"{approval.Set}" == row[0]);
                Assert.Equal(by, row[2]);
                Assert.NotEqual(row[1], row[2]);
                Assert.True(wasReviewer, $"set {row[0]} was approved without the role");
                Assert.True(with is null || with == by, $"set {row[0]} was with somebody else");
            }

            Assert.Empty(await database.Rows($"select version from feature.hubs where code = '{code}' and (approved_at is not null and approved_by = recorded_by or (approved_at is null) <> (approved_by is null))"));
            Assert.Equal(approvals.Count > 0, await database.Ask<bool>($"select exists (select from feature.hubs where code = '{code}' and approved_at is not null)"));
        }

        private string Hub =>
            $$$"""{"collection":"hubs","code":"{{{code}}}","action":"change","based_on":null,"content":{"name_zh":"新","origin":"staff","plan_status":"planned","placement":"stated","accuracy_m":10},"geometry":{"type":"Point","coordinates":[116.6,35.4]}}""";

        /// <summary>As the server asks with each request.</summary>
        private async Task<string> Roles(int person) =>
            $"array[{string.Join(',', (await database.Ask<string[]>($"select roles from account.account where id = '{people[person]}'")).Select(role => $"'{role}'"))}]::text[]";

        private async Task<JsonNode?> Ask(string sql)
        {
            await using var command = staff.CreateCommand(sql);
            return await command.ExecuteScalarAsync(TestContext.Current.CancellationToken) is string text ? JsonNode.Parse(text) : null;
        }
    }
}
