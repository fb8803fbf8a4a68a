using System.Net;
using System.Net.Http.Headers;

namespace SpatialPlan.Server.IntegrationTests;

/// <summary>Revisions count from 1 in every database: an answer is named by the database too, so that none is taken for another's.</summary>
public sealed class InstallationTests(PlanServer server) : IClassFixture<PlanServer>
{
    private const string Changed = "另一个库里的名字";

    /// <summary>Each is kept by its revision in another way: a page, a tile, the counts of an index, an extent, a list of gaps, the index of search.</summary>
    private static readonly string[] Kept =
    [
        "/ogc/collections/projects/items?limit=1000",
        "/ogc/tiles/WebMercatorQuad/13/3233/6750?collections=parks,projects&f=mvt",
        "/ogc/collections/projects/facets",
        "/ogc/collections/projects",
        "/api/plan/gaps",
        "/api/plan/policies",
    ];

    [Fact]
    public async Task A_database_that_was_made_anew_under_a_running_server_is_never_304_and_shows_what_it_has()
    {
        await using var database = await server.Clone();
        await using var application = PlanServer.Application(database.Address, ("Plan:LargeCollection", "10"));
        var client = application.CreateClient();
        await database.AllowRewriting("projects");
        await database.AllowRewriting("parks");
        await database.Execute($"begin; delete from feature.projects where code not in ('project-4-1-3', 'project-4-1-1'); update feature.projects set name_zh = '{Changed}'; update feature.parks set name_zh = '改了名的园区'; select plan.raise_revision(), plan.raise_revision(); commit");
        await Until(async () => (await Ask(client, Kept[0], null)).Text.Contains(Changed, StringComparison.Ordinal));
        var before = new Dictionary<string, (EntityTagHeaderValue Tag, string Text)>();
        foreach (var address in Kept)
        {
            // The third time a tile takes the short way.
            await Ask(client, address, null);
            await Ask(client, address, null);
            var (status, tag, text) = await Ask(client, address, null);
            Assert.Equal(HttpStatusCode.OK, status);
            before.Add(address, (tag!, text));
        }

        await Until(async () => (await Ask(client, $"/api/search?q={Uri.EscapeDataString(Changed)}", null)).Text.Contains("project-4-1-3", StringComparison.Ordinal));

        await server.MakeAnew(database);
        await Until(async () => (await Ask(client, "/health/ready", null)) is (HttpStatusCode.OK, _, var text) && text.Contains("\"revision\":1,", StringComparison.Ordinal));
        await Task.Delay(TimeSpan.FromSeconds(2), TestContext.Current.CancellationToken);
        foreach (var (address, (tag, text)) in before)
        {
            var again = await Ask(client, address, tag);
            Assert.True(again.Status == HttpStatusCode.OK, $"{address}: {again.Status}");
            Assert.NotEqual(tag, again.Tag);
            Assert.NotEqual(text, again.Text);
        }

        await Until(async () => !(await Ask(client, $"/api/search?q={Uri.EscapeDataString(Changed)}", null)).Text.Contains("project-4-1-3", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Two_databases_with_the_same_revision_have_different_tags_and_one_keeps_its_own()
    {
        await using var database = await server.Clone();
        await server.MakeAnew(database);
        var tag = await Tag(database);
        Assert.NotEqual((await server.Send("/ogc/collections")).Headers.ETag, tag);
        Assert.Equal(tag, await Tag(database));

        // A later start of the same database, and one of a copy of it.
        var id = await database.Ask<Guid>("select id from plan.installation");
        await database.Execute("select plan.identify_installation()");
        Assert.Equal(id, await database.Ask<Guid>("select id from plan.installation"));
        await server.MakeAnew(database);
        Assert.NotEqual(id, await database.Ask<Guid>("select id from plan.installation"));
    }

    private static async Task<EntityTagHeaderValue> Tag(TestDatabase database)
    {
        await using var application = PlanServer.Application(database.Address);
        return (await application.CreateClient().GetAsync("/ogc/collections", TestContext.Current.CancellationToken)).Headers.ETag!;
    }

    private static async Task<(HttpStatusCode Status, EntityTagHeaderValue? Tag, string Text)> Ask(HttpClient client, string address, EntityTagHeaderValue? known)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, address);
        if (known is not null)
        {
            request.Headers.IfNoneMatch.Add(known);
        }

        var response = await client.SendAsync(request, TestContext.Current.CancellationToken);
        return (response.StatusCode, response.Headers.ETag, await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    private static async Task Until(Func<Task<bool>> isSo)
    {
        var deadline = DateTime.UtcNow.AddSeconds(60);
        while (!await isSo())
        {
            Assert.True(DateTime.UtcNow < deadline, "it did not happen within a minute");
            await Task.Delay(100, TestContext.Current.CancellationToken);
        }
    }
}
