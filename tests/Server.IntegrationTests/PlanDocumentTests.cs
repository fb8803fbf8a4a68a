using System.Net;
using System.Text;
using System.Text.Json.Nodes;

namespace SpatialPlan.Server.IntegrationTests;

/// <summary>Whatever lies where the document should be: there is a report, and the map starts.</summary>
public sealed class PlanDocumentTests(PlanDatabases databases)
{
    public static TheoryData<string, byte[]?, bool> Documents => new()
    {
        { "not-found", null, false },
        { "empty", [], false },
        { "empty", PlanText.Bytes("\n \n\t\n"), false },
        { "not-text", "%PDF-1.7 nothing"u8.ToArray(), false },
        { "not-text", [.. Enumerable.Range(0, 4000).Select(at => (byte)(at * 7919 % 256))], false },
        { "other-plan", PlanText.Bytes(PlanText.OfOurOwn.Replace("济高新管发〔2021〕8号", "他乡发〔2020〕3号", StringComparison.Ordinal)), false },
        { "partial", PlanText.Bytes(PlanText.OfOurOwn), true },
        { "partial", CodePagesEncodingProvider.Instance.GetEncoding("GB18030")!.GetBytes(PlanText.OfOurOwn), true },
        { "partial", [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes(PlanText.OfOurOwn)], true },
    };

    [Theory]
    [MemberData(nameof(Documents))]
    public async Task A_document_is_reported_and_the_map_is_served(string verdict, byte[]? document, bool isLoaded)
    {
        await using var database = await databases.Loaded();
        await PlanText.Load(database, document);
        await using var application = PlanServer.Application(database.Address);
        using var client = application.CreateClient();

        var outline = await Get(client, "/api/plan/outline");
        Assert.Equal(verdict, (string)outline["report"]!["verdict"]!);
        Assert.Equal(isLoaded, (bool)outline["text_loaded"]!);
        Assert.Equal(isLoaded, await database.Ask<long>("select count(*) from published_plan.paragraph") > 0);
        Assert.NotEmpty((await Get(client, "/ogc/collections/parks/items"))["features"]!.AsArray());

        // A place of the plan that this text does not have is still a place.
        var paragraph = await Get(client, "/api/plan/paragraphs/fyp14-chapter-20-p3?code=axis-haichuan-road");
        Assert.False((bool)paragraph["text_loaded"]!);
        Assert.Null(paragraph["text"]);
        Assert.Equal((6, 20), ((int)paragraph["part"]!, (int)paragraph["chapter"]!));
        Assert.NotEmpty(paragraph["features"]!.AsArray());
    }

    [Fact]
    public async Task A_torso_says_what_is_missing_and_shows_what_is_there()
    {
        await using var database = await databases.Loaded();
        await PlanText.Load(database, PlanText.Bytes(PlanText.OfOurOwn));
        await using var application = PlanServer.Application(database.Address);
        using var client = application.CreateClient();

        var report = (await Get(client, "/api/plan/outline"))["report"]!;
        Assert.Equal(2, (int)report["found"]!["chapters"]!);
        Assert.Equal(49, report["missing"]!["chapters"]!.AsArray().Count);
        Assert.Contains("4-1", report["missing"]!["boxes"]!.AsArray().Select(box => (string)box!));
        var paragraph = await Get(client, "/api/plan/paragraphs/fyp14-chapter-2-p1?value=130666.67&unit=m2");
        Assert.Equal("figure", (string)paragraph["highlight"]!["by"]!);
        Assert.Equal("196亩", ((string)paragraph["text"]!)[(int)paragraph["highlight"]!["mark_start"]!..(int)paragraph["highlight"]!["mark_end"]!]);
    }

    [Fact]
    public async Task The_same_document_changes_nothing_and_another_one_takes_its_place()
    {
        await using var database = await databases.Loaded();
        var revision = await Revision(database);
        await PlanText.Load(database, PlanText.Bytes(PlanText.OfOurOwn));
        Assert.Equal(revision + 1, await Revision(database));
        var rows = await database.Ask<long>("select sum(ordinal)::bigint from plan.paragraph");

        await PlanText.Load(database, PlanText.Bytes(PlanText.OfOurOwn));
        Assert.Equal(revision + 1, await Revision(database));
        Assert.Equal(rows, await database.Ask<long>("select sum(ordinal)::bigint from plan.paragraph"));

        await PlanText.Load(database, []);
        Assert.Equal(revision + 2, await Revision(database));
        Assert.Equal(0, await database.Ask<long>("select count(*) from plan.paragraph"));
        Assert.Equal(["partial", "empty"], await database.Rows("select detail ->> 'verdict' from plan.event where actor = 'plan-document' order by id"));
    }

    [Fact]
    public async Task The_start_of_the_server_loads_the_document_that_is_set()
    {
        await using var database = await databases.Loaded();
        var path = Path.Combine(Path.GetTempPath(), $"plan-{Guid.NewGuid():N}.txt");
        await File.WriteAllTextAsync(path, PlanText.OfOurOwn, TestContext.Current.CancellationToken);
        try
        {
            await using var application = PlanServer.Application(database.Address, ("Plan:Document", path), ("Plan:MigrateAndLoadAtStart", "true"));
            using var client = application.CreateClient();
            for (var waited = 0; waited < 100 && !(bool)(await Get(client, "/api/plan/outline"))["text_loaded"]!; waited++)
            {
                await Task.Delay(100, TestContext.Current.CancellationToken);
            }

            Assert.Equal("fyp14-chapter-2-p1", (string)(await Get(client, "/api/plan/paragraphs/fyp14-chapter-1-p1"))["next"]!);
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public async Task The_public_login_reads_the_text_and_cannot_write_it()
    {
        await using var database = await databases.Loaded();
        await PlanText.Load(database, PlanText.Bytes(PlanText.OfOurOwn));
        await using var read = database.Database.Public.CreateCommand("select count(*) from published_plan.paragraph");
        Assert.NotEqual(0L, await read.ExecuteScalarAsync(TestContext.Current.CancellationToken));
        await using var write = database.Database.Public.CreateCommand("delete from plan.paragraph");
        await Assert.ThrowsAsync<Npgsql.PostgresException>(() => write.ExecuteNonQueryAsync(TestContext.Current.CancellationToken));
    }

    private static Task<long> Revision(TestDatabase database) => database.Ask<long>("select value from plan.revision");

    private static async Task<JsonNode> Get(HttpClient client, string address)
    {
        var response = await client.GetAsync(address, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return JsonNode.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!;
    }
}
