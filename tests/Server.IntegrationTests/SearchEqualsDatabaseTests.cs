using System.Diagnostics;

namespace SpatialPlan.Server.IntegrationTests;

/// <summary>The index is a copy; these hold it to the database it is built from.</summary>
public sealed class SearchEqualsDatabaseTests(SearchServer search) : IClassFixture<SearchServer>
{
    private const int More = 50;

    /// <summary>What folding does to a text, in SQL.</summary>
    private static string Folded(string text) => $@"regexp_replace(lower({text}), '[\s''""“”‘’「」·•、()（）\[\]【】《》—–‐-]', '', 'g')";

    public static TheoryData<string> Words => ["蓼河", "海川路", "路", "产业园", "研究院", "山推", "项目", "医院", "liaohe", "road", "park", "project-4-1", "enterprise", "子", "高新", "没有这个"];

    [Theory]
    [MemberData(nameof(Words))]
    public async Task Chinese_names_aliases_and_codes_are_found_exactly_where_the_database_has_them(string words)
    {
        var folded = words.Replace("-", "", StringComparison.Ordinal);
        var collections = await search.Server.Database.Rows("select id, plan.table_of(id), properties @> '[{\"name\": \"other_codes\"}]' from plan.collection");
        var expected = new List<string>();
        foreach (var collection in collections.Select(row => row.Split('|')))
        {
            var codes = collection[2] == "True" ? "f.code || coalesce(f.other_codes, '{}')" : "array[f.code]";
            string Name(string name) => $"position('{folded}' in {Folded(name)}) > 0";
            expected.AddRange(await search.Server.Database.Rows($"""
                select '{collection[0]}/' || f.code from published.{collection[1]} f
                where {Name("f.name_zh")} or {Name("f.name_en")}
                   or exists (select from unnest(f.aliases || ({codes})) name where {Name("name")})
                """));
        }

        var answer = await search.Search(words, More);
        var literal = answer["features"]!.AsArray().Where(feature => (string)feature!["match"]!["by"]! is "name" or "alias" or "code").ToList();
        var total = (int)answer["totals"]!["features"]!;
        if (expected.Count <= More && total <= More)
        {
            Assert.Equal(expected.Order(StringComparer.Ordinal), literal.Select(feature => $"{feature!["collection"]}/{feature["code"]}").Order(StringComparer.Ordinal));
        }
        else
        {
            Assert.InRange(total, expected.Count, int.MaxValue);
            Assert.All(literal, feature => Assert.Contains($"{feature!["collection"]}/{feature["code"]}", expected));
        }
    }

    [Theory]
    [InlineData("试验")]
    [InlineData("海川路")]
    [InlineData("投资")]
    [InlineData("，")]
    [InlineData("做完。")]
    public async Task The_text_is_found_exactly_where_the_database_has_it(string words)
    {
        var expected = await search.Server.Database.Rows($"""
            select p.id, s ->> 'start'
            from published_plan.paragraph p
            cross join jsonb_array_elements(p.sentences) with ordinality as listed (s, place)
            where position('{words}' in {Folded("substr(p.text, (s ->> 'start')::integer + 1, (s ->> 'end')::integer - (s ->> 'start')::integer)")}) > 0
            order by p.ordinal, place
            """);
        var found = (await search.Search(words, More))["text"]!.AsArray().Select(text => $"{text!["paragraph"]}|{text["start"]}");
        Assert.Equal(expected, found);
        Assert.NotEmpty(expected);
    }

    [Fact]
    public async Task A_change_is_found_without_anybody_waiting_for_it()
    {
        await using var database = await search.Server.Clone();
        await using var application = PlanServer.Application(database.Address);
        using var client = application.CreateClient();
        async Task<bool> Finds(string words) =>
            (await client.GetStringAsync($"/api/search?q={Uri.EscapeDataString(words)}", TestContext.Current.CancellationToken)).Contains("\"code\":\"park-7\"", StringComparison.Ordinal);

        Assert.False(await Finds("改名的园区"));
        await database.AllowRewriting("parks");
        await database.Execute("update feature.parks set name_zh = '改名的园区' where code = 'park-7' and recorded_to is null; select plan.raise_revision()");

        // Nine times as long as it took to read it an index rests before it is read again (SearchIndexes): a busy machine reads for seconds.
        var waited = Stopwatch.StartNew();
        bool found;
        while (!(found = await Finds("改名的园区")) && waited.Elapsed < TimeSpan.FromMinutes(2))
        {
            await Task.Delay(50, TestContext.Current.CancellationToken);
        }

        Assert.True(found, $"not found {waited.Elapsed} after the change");
    }

    [Fact]
    public async Task Without_the_table_of_pinyin_everything_else_is_found()
    {
        await using var application = PlanServer.Application(search.Server.Database.Address, ("Plan:Pinyin", "nowhere.json"));
        using var client = application.CreateClient();
        var answer = await client.GetStringAsync("/api/search?q=%E8%93%BC%E6%B2%B3", TestContext.Current.CancellationToken);
        Assert.Contains("\"pinyin\":false", answer, StringComparison.Ordinal);
        Assert.Contains("water-liaohe", answer, StringComparison.Ordinal);
    }
}
