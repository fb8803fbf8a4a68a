using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Mvc.Testing;
using SpatialPlan.Server.IntegrationTests.Tiles;

namespace SpatialPlan.Server.IntegrationTests;

/// <summary>
/// Ten thousand projects more cite four items of a box, three hundred of them a paragraph besides: what is not listed is
/// counted, and where few cite nothing changes.
/// </summary>
public sealed class ManyCitingTests(ManyCitingTests.Crowd crowd) : IClassFixture<ManyCitingTests.Crowd>
{
    private const string Crowded = "fyp14-box-4-1-item-3";
    private const string Busy = "fyp14-chapter-12-p3";

    [Fact]
    public async Task Of_a_crowd_a_hundred_are_listed_and_a_thousand_counted()
    {
        var paragraph = await ScaledPlan.Json(crowd.Client, $"/api/plan/paragraphs/{Crowded}");
        Assert.Equal(100, Codes(paragraph, "projects").Distinct().Count());
        Assert.Equal("""[{"number":900,"is_exact":false,"collection":"projects"}]""", paragraph["left_out"]!.ToJsonString());
        Assert.All(Codes(paragraph, "projects"), code => Assert.True(code == "project-4-1-3" || Crowd.Cites(code, 3), code));
    }

    [Fact]
    public async Task Of_several_hundred_the_first_are_listed_and_all_are_counted()
    {
        var paragraph = await ScaledPlan.Json(crowd.Client, $"/api/plan/paragraphs/{Busy}");
        var expected = await crowd.Database.Rows($$"""
            select code from published.projects where citations @> '[{"paragraph":"{{Busy}}"}]' order by length(code), code
            """);
        Assert.True(expected.Count >= 300);
        Assert.Equal(expected.Take(100), Codes(paragraph, "projects"));
        var left = Assert.Single(paragraph["left_out"]!.AsArray())!;
        Assert.Equal((expected.Count - 100, true), ((int)left["number"]!, (bool)left["is_exact"]!));
    }

    [Fact]
    public async Task A_chapter_lists_of_each_paragraph_what_the_paragraph_lists_and_says_where_there_are_more()
    {
        var chapter = await ScaledPlan.Json(crowd.Client, "/api/plan/chapters/12");
        var cut = new List<string>();
        foreach (var paragraph in chapter["paragraphs"]!.AsArray())
        {
            var alone = await ScaledPlan.Json(crowd.Client, $"/api/plan/paragraphs/{(string)paragraph!["id"]!}");
            Assert.Equal(alone["features"]!.AsArray().Count, paragraph["features"]!.AsArray().Count);
            if (alone["left_out"]!.AsArray().Count == 0)
            {
                Assert.Equal(alone["features"]!.ToJsonString(), paragraph["features"]!.ToJsonString());
                Assert.Empty(paragraph["left_out"]!.AsArray());
                continue;
            }

            cut.Add((string)paragraph["id"]!);
            Assert.Equal(100, Codes(paragraph, "projects").Distinct().Count());
            Assert.Equal("""[{"number":0,"is_exact":false,"collection":"projects"}]""", paragraph["left_out"]!.ToJsonString());
        }

        Assert.Equal([.. Crowd.Crowded, Busy], cut.Order());
        Assert.InRange(chapter.ToJsonString().Length, 1, 500_000);
    }

    [Fact]
    public async Task Where_ten_thousand_are_few_a_chapter_counts_them_all()
    {
        await using var application = PlanServer.Application(crowd.Database.Address, ("Plan:LargeCollection", "1000000"));
        using var client = application.CreateClient();
        var chapter = await ScaledPlan.Json(client, "/api/plan/chapters/12");
        var paragraph = chapter["paragraphs"]!.AsArray().Single(one => (string)one!["id"]! == Crowded)!;
        var expected = await crowd.Database.Rows($$"""
            select code from published.projects where citations @> '[{"paragraph":"{{Crowded}}"}]' order by length(code), code
            """);
        Assert.Equal(expected.Take(100), Codes(paragraph, "projects"));
        var left = Assert.Single(paragraph["left_out"]!.AsArray())!;
        Assert.Equal((expected.Count - 100, true), ((int)left["number"]!, (bool)left["is_exact"]!));
    }

    [Fact]
    public async Task A_crowd_in_one_place_hides_nothing_that_cites_another()
    {
        var before = Cited(crowd.ChapterBefore);
        var now = Cited(await ScaledPlan.Json(crowd.Client, "/api/plan/chapters/12"));
        Assert.True(before.Count > 20);
        Assert.Equal(before.Keys.Append(Busy).Distinct().Order(), now.Keys.Order());
        foreach (var (id, features) in before.Where(one => one.Key != Busy && !Crowd.IsCrowded(one.Key)))
        {
            Assert.Equal(features, now[id]);
        }

        Assert.All(crowd.ChapterBefore["paragraphs"]!.AsArray(), paragraph => Assert.Empty(paragraph!["left_out"]!.AsArray()));
    }

    [Fact]
    public async Task With_the_text_a_chapter_has_its_paragraphs_and_the_same_features()
    {
        Assert.SkipWhen(PlanText.RealPath is null, PlanText.Absent);
        var without = Cited(await ScaledPlan.Json(crowd.Client, "/api/plan/chapters/12"));
        await using var database = await crowd.Filled();
        await PlanText.Load(database, PlanText.RealPath);
        await using var application = PlanServer.Application(database.Address);
        using var client = application.CreateClient();
        var chapter = await ScaledPlan.Json(client, "/api/plan/chapters/12");
        Assert.True((bool)chapter["text_loaded"]!);
        var with = Cited(chapter);
        Assert.Equal(without.Keys.Order(), with.Keys.Order());
        Assert.All(without.Where(one => !Crowd.IsCrowded(one.Key)), one => Assert.Equal(one.Value, with[one.Key]));
    }

    private static IEnumerable<string> Codes(JsonNode paragraph, string collection) =>
        paragraph["features"]!.AsArray().Where(feature => (string)feature!["collection"]! == collection).Select(feature => (string)feature!["code"]!);

    /// <summary>The features of each paragraph that has any.</summary>
    private static Dictionary<string, string> Cited(JsonNode chapter) =>
        chapter["paragraphs"]!.AsArray().Where(paragraph => paragraph!["features"]!.AsArray().Count > 0)
            .ToDictionary(paragraph => (string)paragraph!["id"]!, paragraph => paragraph!["features"]!.ToJsonString());

    public sealed class Crowd(PlanDatabases databases) : IAsyncLifetime
    {
        private const int Items = 4;
        private WebApplicationFactory<Program> application = null!;

        public TestDatabase Database { get; private set; } = null!;

        public HttpClient Client { get; private set; } = null!;

        /// <summary>The chapter of the plan as it is, before the crowd came.</summary>
        public JsonNode ChapterBefore { get; private set; } = null!;

        public static bool Cites(string code, int item) =>
            code.StartsWith("many-", StringComparison.Ordinal) && 1 + int.Parse(code["many-".Length..], System.Globalization.CultureInfo.InvariantCulture) % Items == item;

        public static IReadOnlyList<string> Crowded { get; } = [.. Enumerable.Range(1, Items).Select(item => $"fyp14-box-4-1-item-{item}")];

        public static bool IsCrowded(string paragraph) => Crowded.Contains(paragraph);

        /// <summary>The plan with the crowd; the caller disposes of it.</summary>
        public async Task<TestDatabase> Filled()
        {
            var database = await databases.Loaded();
            await Fill(database);
            return database;
        }

        public async ValueTask InitializeAsync()
        {
            Database = await databases.Loaded();
            application = PlanServer.Application(Database.Address);
            Client = application.CreateClient();
            ChapterBefore = await ScaledPlan.Json(Client, "/api/plan/chapters/12");
            await Fill(Database);
        }

        private static async Task Fill(TestDatabase database)
        {
            await database.Execute(ScaledPlan.Insert(1, 10_000));
            const string Place = "jsonb_build_object('plan', 'fyp14', 'part', 4, 'chapter', 12, 'attribute', null, 'paragraph', ";
            await database.AllowRewriting("projects");
            await database.Execute($$"""
                update feature.projects p
                set citations = jsonb_build_array({{Place}} 'fyp14-box-4-1-item-' || 1 + i % {{Items}}))
                  || case when i <= 300 then jsonb_build_array({{Place}} '{{Busy}}')) else '[]' end
                from generate_series(1, 10000) i
                where p.code = 'many-' || i
                """);
            // As PostgreSQL does by itself a minute later: until then it believes that the table is small.
            await database.Execute("analyze feature.projects");
        }

        public async ValueTask DisposeAsync()
        {
            Client.Dispose();
            await application.DisposeAsync();
            await Database.DisposeAsync();
        }
    }
}
