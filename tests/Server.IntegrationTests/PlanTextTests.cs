using System.Text.Json.Nodes;

namespace SpatialPlan.Server.IntegrationTests;

/// <summary>The text of the plan as its reader gets it.</summary>
public sealed class PlanTextTests(PlanTextServer text) : IClassFixture<PlanTextServer>
{
    [Fact]
    public async Task The_outline_is_the_one_of_the_document()
    {
        var outline = await text.Required.Get("/api/plan/outline");
        var chapters = outline["parts"]!.AsArray().SelectMany(part => part!["chapters"]!.AsArray()).ToList();
        var boxes = chapters.SelectMany(chapter => chapter!["boxes"]!.AsArray()).ToList();
        Assert.True((bool)outline["text_loaded"]!);
        Assert.Equal("complete", (string)outline["report"]!["verdict"]!);
        Assert.Equal(Enumerable.Range(1, 12), outline["parts"]!.AsArray().Select(part => (int)part!["number"]!));
        Assert.Equal(Enumerable.Range(1, 51), chapters.Select(chapter => (int)chapter!["number"]!));
        Assert.Equal(28, boxes.Count);
        Assert.All(chapters.Concat(boxes).Concat(outline["parts"]!.AsArray()), entry =>
        {
            Assert.InRange((int)entry!["page"]!, 6, 144);
            Assert.NotEmpty((string)entry["title"]!);
        });
        Assert.Empty(outline["report"]!["unplaced"]!.AsArray());
    }

    [Fact]
    public async Task Every_chapter_opens_with_its_paragraphs_and_boxes_in_the_order_of_the_document()
    {
        var server = text.Required;
        var ordinals = (await server.Database.Rows("select id, ordinal from published_plan.paragraph")).Select(row => row.Split('|')).ToDictionary(row => row[0], row => int.Parse(row[1], System.Globalization.CultureInfo.InvariantCulture));
        var seen = new List<string>();
        for (var number = 1; number <= 51; number++)
        {
            var chapter = await server.Get($"/api/plan/chapters/{number}");
            var ids = chapter["paragraphs"]!.AsArray().Select(paragraph => (string)paragraph!["id"]!).ToList();
            Assert.Equal(ids.OrderBy(id => ordinals[id]), ids);
            Assert.All(chapter["boxes"]!.AsArray().SelectMany(box => new[] { box!["first_paragraph"], box["last_paragraph"] }), id => Assert.Contains((string)id!, ids));
            Assert.All(chapter["sections"]!.AsArray(), section => Assert.Contains((string)section!["paragraph"]!, ids));
            seen.AddRange(ids);
        }

        Assert.Equal(seen.Count, seen.Distinct().Count());
        Assert.Equal(ordinals.Keys.Where(id => !id.Contains("-front-", StringComparison.Ordinal) && !id.Contains("-imprint-", StringComparison.Ordinal)).Order(), seen.Order());
    }

    [Fact]
    public async Task From_the_first_paragraph_one_can_turn_to_the_last()
    {
        var server = text.Required;
        var expected = await server.Database.Rows("select id from published_plan.paragraph order by ordinal");
        var read = new List<string>();
        JsonNode? previous = null;
        for (var id = expected[0]; id is not null;)
        {
            var paragraph = await server.Get($"/api/plan/paragraphs/{id}");
            Assert.Equal((string?)previous?["id"], (string?)paragraph["previous"]);
            read.Add(id);
            previous = paragraph;
            id = (string?)paragraph["next"];
        }

        Assert.Equal(expected, read);
    }

    [Fact]
    public async Task The_sentences_of_a_paragraph_are_the_whole_of_it()
    {
        var rows = await text.Required.Database.Ask<long>("""
            select count(*) from published_plan.paragraph p
            where p.sentences #>> '{0,start}' <> '0'
               or (p.sentences #>> array[(jsonb_array_length(p.sentences) - 1)::text, 'end'])::integer <> length(p.text)
               or exists (
                 select from jsonb_array_elements(p.sentences) with ordinality one (s, place)
                 join jsonb_array_elements(p.sentences) with ordinality other (s, place) on other.place = one.place + 1
                 where one.s ->> 'end' <> other.s ->> 'start')
            """);
        Assert.Equal(0, rows);
    }

    [Fact]
    public async Task A_paragraph_knows_what_cites_it_and_the_sentence_that_names_a_feature()
    {
        var paragraph = await text.Required.Get("/api/plan/paragraphs/fyp14-chapter-20-p3?code=axis-haichuan-road");
        Assert.Contains(paragraph["features"]!.AsArray(), feature => (string)feature!["code"]! == "axis-chongwen-avenue" && (string)feature["collection"]! == "axes");
        Assert.Equal("name", (string)paragraph["highlight"]!["by"]!);
        Assert.Equal("海川路科技创新轴", Marked(paragraph));
    }

    [Theory]
    [InlineData("fyp14-box-4-1-item-1?code=project-4-1-1&attribute=investment_cny&collection=projects", "figure", "1000亿")]
    [InlineData("fyp14-chapter-20-p3?q=研发孵化科创集聚轴", "words", "研发孵化科创集聚轴")]
    [InlineData("fyp14-box-6-6-item-4?value=30000000000&unit=CNY", "figure", "300亿")]
    public async Task The_words_that_say_it_are_marked(string address, string by, string words)
    {
        var paragraph = await text.Required.Get($"/api/plan/paragraphs/{address}");
        Assert.Equal((by, words), ((string)paragraph["highlight"]!["by"]!, Marked(paragraph)));
        var sentence = paragraph["sentences"]![(int)paragraph["highlight"]!["sentence"]!]!;
        Assert.InRange((int)paragraph["highlight"]!["mark_start"]!, (int)sentence["start"]!, (int)sentence["end"]!);
    }

    /// <summary>An axis has both of its names in one paragraph; 北二环 stands there, and as the beginning of 北二环路 too.</summary>
    [Theory]
    [InlineData("fyp14-chapter-20-p3?code=axis-haichuan-road&attribute=aliases", "海川路研发孵化科创集聚轴")]
    [InlineData("fyp14-chapter-20-p3?code=axis-chongwen-avenue&attribute=aliases", "崇文大道济兖协同发展轴")]
    [InlineData("fyp14-box-6-2-item-1?code=railway-lunan&attribute=aliases", "路南高铁")]
    [InlineData("fyp14-box-6-2-item-1?code=hub-jining-airport&attribute=aliases", "济宁机场")]
    public async Task Where_another_name_is_cited_that_name_is_marked(string address, string words)
    {
        var paragraph = await text.Required.Get($"/api/plan/paragraphs/{address}");
        Assert.Equal(("name", words), ((string)paragraph["highlight"]!["by"]!, Marked(paragraph)));
    }

    [Fact]
    public async Task Every_citation_of_another_name_leads_to_it()
    {
        var cited = 0;
        foreach (var file in Directory.EnumerateFiles(Path.Combine(Repository.Root, "gis-data", "layers"), "*.geojson"))
        {
            foreach (var feature in JsonNode.Parse(await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken))!["features"]!.AsArray())
            {
                var aliases = feature!["properties"]!["aliases"]!.AsArray().Select(alias => (string)alias!).ToList();
                foreach (var citation in feature["properties"]!["citations"]!.AsArray().Where(citation => (string?)citation!["attribute"] == "aliases"))
                {
                    cited++;
                    var paragraph = await text.Required.Get(
                        $"/api/plan/paragraphs/{citation!["paragraph"]}?code={feature["id"]}&collection={Path.GetFileNameWithoutExtension(file)}&attribute=aliases");
                    Assert.NotNull(paragraph["highlight"]);
                    Assert.Contains(Marked(paragraph), aliases);
                }
            }
        }

        Assert.True(cited > 5, $"{cited} citations of other names");
    }

    [Theory]
    [InlineData("fyp14-chapter-20-p3?q=不在这里")]
    [InlineData("fyp14-box-6-6-item-4?value=31000000000&unit=CNY")]
    public async Task What_does_not_stand_there_marks_nothing(string address) =>
        Assert.Null((await text.Required.Get($"/api/plan/paragraphs/{address}"))["highlight"]);

    [Fact]
    public async Task A_paragraph_that_the_complete_text_does_not_have_is_unknown() =>
        Assert.Equal("paragraph-unknown", (string)(await text.Required.GetProblem("/api/plan/paragraphs/fyp14-chapter-20-p99", System.Net.HttpStatusCode.NotFound))["code"]!);

    private static string Marked(JsonNode paragraph) =>
        ((string)paragraph["text"]!)[(int)paragraph["highlight"]!["mark_start"]!..(int)paragraph["highlight"]!["mark_end"]!];
}
