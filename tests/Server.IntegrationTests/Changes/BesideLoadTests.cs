using System.Net;
using System.Text.Json.Nodes;
using Npgsql;
using SpatialPlan.Server.Accounts;

namespace SpatialPlan.Server.IntegrationTests.Changes;

/// <summary>What people do goes on while a package is loaded, and after it: with a catalogue of its own, too.</summary>
public sealed class BesideLoadTests(PlanServer server) : IClassFixture<PlanServer>
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    /// <summary>The revision is locked at the end of a load: one that takes long keeps nobody from approving what it does not touch.</summary>
    [Fact]
    public async Task An_approval_goes_through_while_a_load_takes_long()
    {
        using var staff = await server.SignIn("author", Role.Staff);
        using var reviewer = await server.SignIn("judge", Role.Reviewer);
        using var package = new TestPackage();
        package.AddProject("project-test-1");
        var before = await server.Database.Ask<long>("select value from plan.revision");

        // Targets come after all layers: with their table locked, a load waits with everything written and nothing committed.
        await using var other = new NpgsqlConnection(server.Database.Address);
        await other.OpenAsync(TestContext.Current.CancellationToken);
        await using var hold = await other.BeginTransactionAsync(TestContext.Current.CancellationToken);
        await using (var take = new NpgsqlCommand("lock table plan.target in access exclusive mode", other))
        {
            await take.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        }

        var loading = server.Database.Load(package.Write());
        await Until(async () => await server.Database.Ask<long>("select count(*) from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock' and application_name = 'spatialplan-owner'") == 1);
        Assert.Equal(1L, await server.Database.Ask<long>("select count(*) from pg_locks l join pg_database d on d.oid = l.database where d.datname = current_database() and l.relation = 'feature.projects'::regclass and l.mode = 'RowExclusiveLock' and l.granted"));

        var set = (await staff.Post("/api/change-sets", """{"title":"t","basis":"b","features":[{"collection":"parks","code":"park-2","based_on":1,"properties":{"name_en":"While loading"}}]}""")).Must(HttpStatusCode.Created);
        var address = $"/api/change-sets/{(long)set.Json!["id"]!}";
        var submitted = (await staff.Post($"{address}/submit", tag: set.Tag)).Must(HttpStatusCode.OK);
        (await reviewer.Post($"{address}/approve", tag: submitted.Tag)).Must(HttpStatusCode.OK);
        Assert.False(loading.IsCompleted);
        Assert.Equal(before + 1, await server.Database.Ask<long>("select value from plan.revision"));
        Assert.Equal("While loading", await server.Database.Ask<string>("select name_en from published.parks where code = 'park-2'"));

        await hold.RollbackAsync(TestContext.Current.CancellationToken);
        await loading;
        Assert.Equal(before + 2, await server.Database.Ask<long>("select value from plan.revision"));
        Assert.Equal(before + 2, await server.Database.Ask<long>("select revision from plan.event where code = 'project-test-1'"));
        Assert.Equal("While loading", await server.Database.Ask<string>("select name_en from published.parks where code = 'park-2'"));
    }

    [Fact]
    public async Task Who_is_signed_in_stays_so_when_another_catalogue_is_served_and_goes_on_with_the_draft()
    {
        using var staff = await server.SignIn("drafter", Role.Staff);
        var draft = (await staff.Post("/api/drafts", """{"collection":"parks","code":"park-3","based_on":1,"properties":{"name_en":"Before"}}""")).Must(HttpStatusCode.Created);
        var token = await server.Token("drafter");
        using var package = new TestPackage();
        package.EditCatalogue("layers.json", layers => layers["collections"]!.AsArray().Add(JsonNode.Parse("""
            { "id": "moorings", "group": "services", "order": 91, "geometry_type": "Point", "title": { "zh": "泊位", "en": "Moorings" }, "short": { "zh": "泊位", "en": "Moorings" }, "properties": [] }
            """)));
        package.Add("moorings", "mooring-1", TestPackage.Point(116.6, 35.4));
        await server.Database.Load(package.Write());
        var hash = await server.Database.Ask<string>("select catalogue from plan.revision");
        await Until(async () => (string?)(await staff.Read("/api/catalogue")).Json?["hash"] == hash);

        Assert.Equal("drafter", (string)(await staff.Read("/api/account")).Must(HttpStatusCode.OK).Json!["name"]!);
        (await staff.Write(HttpMethod.Put, $"/api/drafts/{(string)draft.Json!["id"]!}", """{"based_on":1,"properties":{"name_en":"After"}}""", draft.Tag)).Must(HttpStatusCode.OK);
        (await staff.Post("/api/drafts", """{"collection":"moorings","properties":{"name_zh":"泊位"}}""")).Must(HttpStatusCode.Created);
        using var program = server.NewClient();
        program.DefaultRequestHeaders.Add("Authorization", $"Bearer {token}");
        Assert.Equal(2, (await program.Read("/api/drafts")).Must(HttpStatusCode.OK).Json!["drafts"]!.AsArray().Count);
    }

    private static async Task Until(Func<Task<bool>> isSo)
    {
        for (var end = DateTime.UtcNow + Patience; !await isSo(); await Task.Delay(50, TestContext.Current.CancellationToken))
        {
            Assert.True(DateTime.UtcNow < end, "it has not become so");
        }
    }
}
