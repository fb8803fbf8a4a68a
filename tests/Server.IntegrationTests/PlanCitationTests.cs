namespace SpatialPlan.Server.IntegrationTests;

/// <summary>Who says so? Every feature and every figure leads to a sentence of the loaded text.</summary>
public sealed class PlanCitationTests(PlanTextServer text) : IClassFixture<PlanTextServer>
{
    /// <summary>The boxes of which every figure must be found.</summary>
    private const string Boxes = @"^(4-([1-9]|10)|6-6|7-1|11-1)$";

    [Fact]
    public async Task Every_feature_of_the_plan_is_named_by_a_paragraph_it_cites()
    {
        var server = text.Required;
        foreach (var (collection, table) in await Collections(server))
        {
            var unnamed = await server.Database.Rows($"""
                select f.code
                from published.{table} f
                where f.origin = 'plan' and not exists (
                  select
                  from jsonb_array_elements(f.citations) c
                  join published_plan.paragraph p on p.id = c ->> 'paragraph'
                  cross join unnest(f.name_zh || f.aliases) name
                  where c ->> 'attribute' is null
                    and (position(regexp_replace(name, '\s', '', 'g') in regexp_replace(p.text, '\s', '', 'g')) > 0
                      -- Written in two pieces, which CitedNamesTests holds.
                      or c ->> 'rule' = 'named-in-a-list'))
                """);
            Assert.True(unnamed.Count == 0, $"{collection}: {string.Join(' ', unnamed)}");
        }
    }

    [Fact]
    public async Task Every_cited_paragraph_is_in_the_text()
    {
        var server = text.Required;
        foreach (var (collection, table) in await Collections(server))
        {
            var lost = await server.Database.Rows($"""
                select f.code, c ->> 'paragraph'
                from published.{table} f
                cross join jsonb_array_elements(f.citations) c
                left join published_plan.paragraph p on p.id = c ->> 'paragraph'
                where p.id is null
                """);
            Assert.True(lost.Count == 0, $"{collection}: {string.Join(' ', lost)}");
        }
    }

    [Fact]
    public async Task A_citation_names_the_place_that_the_text_has()
    {
        var server = text.Required;
        foreach (var (collection, table) in await Collections(server))
        {
            var other = await server.Database.Rows($"""
                select distinct c ->> 'paragraph', c ->> 'part', c ->> 'chapter', c ->> 'section', p.part, p.chapter, p.section
                from published.{table} f
                cross join jsonb_array_elements(f.citations) c
                join published_plan.paragraph p on p.id = c ->> 'paragraph'
                where ((c ->> 'part')::integer, (c ->> 'chapter')::integer, (c ->> 'section')::integer, c ->> 'box', (c ->> 'item')::integer)
                  is distinct from (p.part, p.chapter, p.section, p.box, p.item) and p.kind <> 'table-row'
                """);
            Assert.True(other.Count == 0, $"{collection}: {string.Join(' ', other)}");
        }
    }

    [Fact]
    public async Task The_sections_of_the_catalogue_are_those_of_the_text()
    {
        var server = text.Required;
        var outline = await server.Get("/api/plan/outline");
        var chapters = outline["parts"]!.AsArray().SelectMany(part => part!["chapters"]!.AsArray()).ToList();
        var plan = SpatialPlan.Server.Catalogue.CatalogueReader.Load(Repository.GisData).FindPlan("fyp14")!;
        Assert.Equal(
            chapters.SelectMany(chapter => chapter!["sections"]!.AsArray().Where(section => section!["parent"] is null).Select(section => (string)section!["paragraph"]!)),
            plan.Sections.SelectMany(sections => sections.Paragraphs.Select(paragraph => $"fyp14-chapter-{sections.Chapter}-p{paragraph}")));
        Assert.Equal(
            chapters.SelectMany(chapter => chapter!["boxes"]!.AsArray().Select(box => ((string)box!["box"]!, (int?)box["section"]))),
            plan.Boxes.Select(box => (box.Box, box.Section)));
    }

    [Fact]
    public async Task What_the_plan_does_not_name_has_a_source()
    {
        var server = text.Required;
        foreach (var (_, table) in await Collections(server))
        {
            Assert.Empty(await server.Database.Rows($"select code from published.{table} where origin = 'context' and source is null"));
        }
    }

    [Theory]
    [InlineData("stated", "figure", 50)]
    [InlineData("derived", "figure parts", 5)]
    public async Task Every_figure_of_the_boxes_is_marked_in_the_sentence_that_holds_it_or_its_parts(string basis, string by, int atLeast)
    {
        var server = text.Required;
        var asked = 0;
        foreach (var (collection, table) in await Collections(server))
        {
            var figures = await server.Database.Rows($"""
                select f.code, c ->> 'attribute', c ->> 'paragraph'
                from published.{table} f
                cross join jsonb_array_elements(f.citations) c
                where c ->> 'box' ~ '{Boxes}' and c ->> 'basis' = '{basis}'
                  and jsonb_typeof(to_jsonb(f) -> (c ->> 'attribute')) = 'number' and c ->> 'attribute' <> 'number'
                order by f.code
                """);
            foreach (var figure in figures.Select(row => row.Split('|')))
            {
                var paragraph = await server.Get($"/api/plan/paragraphs/{figure[2]}?collection={collection}&code={figure[0]}&attribute={figure[1]}");
                Assert.True(paragraph["highlight"] is { } mark && by.Split(' ').Contains((string)mark["by"]!), $"{collection} {figure[0]} {figure[1]} is not in {figure[2]}");
                asked++;
            }
        }

        Assert.InRange(asked, atLeast, int.MaxValue);
    }

    [Theory]
    [InlineData("targets", "value")]
    [InlineData("outputs", "quantity")]
    public async Task Every_target_and_output_of_the_boxes_is_marked_in_the_sentence_that_holds_it(string list, string member)
    {
        var server = text.Required;
        var asked = 0;
        foreach (var (collection, table) in await Collections(server, list))
        {
            var figures = await server.Database.Rows($"""
                select f.code, t ->> 'paragraph', t ->> '{member}', coalesce(t ->> 'unit', '')
                from published.{table} f
                cross join jsonb_array_elements(f.{list}) t
                where t #>> '{"{citation,box}"}' ~ '{Boxes}' and t ->> '{member}' is not null
                order by f.code
                """);
            foreach (var figure in figures.Select(row => row.Split('|')))
            {
                var unit = figure[3].Length == 0 ? "" : $"&unit={Uri.EscapeDataString(figure[3])}";
                var paragraph = await server.Get($"/api/plan/paragraphs/{figure[1]}?value={figure[2]}{unit}");
                Assert.True((string?)paragraph["highlight"]?["by"] == "figure", $"{collection} {figure[0]}: {figure[2]} {figure[3]} is not in {figure[1]}");
                asked++;
            }
        }

        Assert.InRange(asked, 30, int.MaxValue);
    }

    [Fact]
    public async Task A_figure_of_the_boxes_is_stated_or_follows_from_a_rule()
    {
        var server = text.Required;
        foreach (var (collection, table) in await Collections(server))
        {
            var bare = await server.Database.Rows($"""
                select f.code, property ->> 'name'
                from published.{table} f
                cross join (select jsonb_array_elements(properties) as property from plan.collection where id = '{collection}') listed
                where (property ->> 'figure')::boolean and f.origin = 'plan'
                  and jsonb_typeof(to_jsonb(f) -> (property ->> 'name')) = 'number'
                  and exists (select from jsonb_array_elements(f.citations) c where c ->> 'box' ~ '{Boxes}')
                  and not exists (
                    select from jsonb_array_elements(f.citations) c
                    where c ->> 'attribute' = property ->> 'name' and (c ->> 'basis' = 'stated' or c ->> 'rule' is not null))
                """);
            Assert.True(bare.Count == 0, $"{collection}: {string.Join(' ', bare)}");
        }
    }

    private static async Task<IReadOnlyList<(string Id, string Table)>> Collections(PlanServer server, string? property = null) =>
        [.. (await server.Database.Rows($"""
            select id, plan.table_of(id) from plan.collection
            where {(property is null ? "true" : $"properties @> '[{{\"name\": \"{property}\"}}]'")} order by id
            """)).Select(row => (row.Split('|')[0], row.Split('|')[1]))];
}
