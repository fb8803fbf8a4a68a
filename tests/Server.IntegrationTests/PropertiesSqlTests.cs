using System.Text.Json.Nodes;
using SpatialPlan.Server.Catalogue;
using SpatialPlan.Server.Ogc;

namespace SpatialPlan.Server.IntegrationTests;

/// <summary>The properties of a feature are JSON whatever they are called and hold, and however many they are.</summary>
public sealed class PropertiesSqlTests(PlanServer server) : IClassFixture<PlanServer>
{
    private static readonly Words Title = new("题", "Title");

    [Fact]
    public async Task Values_of_every_type_and_their_absence()
    {
        PropertyDefinition[] properties =
        [
            new("it's \"so\"", PropertyType.String, Title), new("none", PropertyType.String, Title), new("whole", PropertyType.Number, Title), new("part", PropertyType.Number, Title),
            new("vast", PropertyType.Number, Title), new("year", PropertyType.Integer, Title), new("yes", PropertyType.Boolean, Title), new("day", PropertyType.Date, Title),
            new("chain", PropertyType.Code, Title), new("words", PropertyType.Strings, Title), new("no_words", PropertyType.Strings, Title), new("citations", PropertyType.Citations, Title), new("outputs", PropertyType.Outputs, Title),
        ];
        var row = """"
            select E'a "b" \\ \n 中\x01'::text as "it's ""so""", null::text as none, -3::float8 as whole, 0.1::float8 as part, 1e300::float8 as vast, 2030 as year, true as yes, date '2026-11-30' as day,
              'a"b' as chain, array['x', null, 'y,"z"'] as words, null::text[] as no_words, '[{"a": 1}]'::jsonb as citations, null::jsonb as outputs
            """";
        var expected = """{"it's \"so\"":"a \"b\" \\ \n 中\u0001","none":null,"whole":-3.0,"part":0.1,"vast":1e+300,"year":2030,"yes":true,"day":"2026-11-30","chain":"a\"b","words":["x",null,"y,\"z\""],"no_words":[],"citations":[{"a": 1}],"outputs":[]}""";
        Assert.Equal(expected, await Ask(new FeatureContent(properties, HasGeometry: false), row));
    }

    [Fact]
    public async Task More_of_them_than_a_function_of_PostgreSQL_takes()
    {
        var properties = Enumerable.Range(0, 250).Select(place => new PropertyDefinition($"p{place}", PropertyType.Integer, Title)).ToArray();
        var written = await Ask(new FeatureContent(properties, HasGeometry: false), $"select {string.Join(", ", properties.Select((property, place) => $"{place} as {property.Name}"))}");
        Assert.Equal(Enumerable.Range(0, properties.Length), JsonNode.Parse(written)!.AsObject().Select(member => (int)member.Value!));
    }

    [Fact]
    public async Task None_is_an_empty_object() => Assert.Equal("{}", await Ask(new FeatureContent([], HasGeometry: false), "select 1"));

    private Task<string> Ask(FeatureContent content, string row) => server.Database.Ask<string>($"select {PropertiesSql.Write(content)} from ({row}) f");
}
