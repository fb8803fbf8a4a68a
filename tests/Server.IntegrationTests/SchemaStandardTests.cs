using System.Text.Json.Nodes;

namespace SpatialPlan.Server.IntegrationTests;

/// <summary>The abstract tests of OGC 23-058r2 (Schemas) over every schema document, by the URIs under which it was published.</summary>
public sealed class SchemaStandardTests(UnchangedPlan server) : IClassFixture<UnchangedPlan>
{
    private const string Schemas = "http://www.opengis.net/spec/ogcapi-common-3/1.0/conf/";

    private static readonly HashSet<string> Keywords =
        ["$schema", "$id", "type", "title", "description", "properties", "additionalProperties", "required", "format", "enum", "items", "readOnly", "writeOnly", "minimum", "maximum"];

    public static TheoryData<string> Resources => ["schema", "queryables", "sortables"];

    [Fact]
    public async Task Declares_the_published_classes_and_those_of_the_drafts_that_clients_know()
    {
        var classes = (await server.Get("/ogc/conformance"))["conformsTo"]!.AsArray().Select(entry => (string)entry!).ToList();
        Assert.Equal(classes.Count, classes.Distinct().Count());
        Assert.Superset(
            new[] { "schemas", "advanced-property-roles", "references", "returnables-and-receivables", "queryables", "sortables" }.Select(name => Schemas + name).ToHashSet(),
            classes.ToHashSet());
        Assert.Contains("http://www.opengis.net/spec/ogcapi-features-5/1.0/conf/schemas", classes);

        // No property of the plan is a date: temporal functions have nothing to act on here.
        Assert.DoesNotContain("http://www.opengis.net/spec/cql2/1.0/conf/temporal-functions", classes);
    }

    [Theory]
    [MemberData(nameof(Resources))]
    public async Task Every_property_is_said_in_the_words_of_the_standard(string resource)
    {
        foreach (var (address, properties) in await Documents(resource))
        {
            Assert.Single(properties, property => (string?)property.Value!["x-ogc-role"] == "id");
            foreach (var (name, schema) in properties)
            {
                var isSpatial = schema!["format"] is { } format && ((string)format!).StartsWith("geometry-", StringComparison.Ordinal);
                Assert.True(isSpatial != schema["type"] is not null, $"{address} {name}: a type, or else a geometry");
                Assert.All(schema.AsObject(), keyword => Assert.True(Keywords.Contains(keyword.Key) || keyword.Key.StartsWith("x-ogc-", StringComparison.Ordinal), $"{address} {name}: {keyword.Key}"));
                Assert.False(resource == "sortables" && (isSpatial || (string)schema["type"]! is "array" or "object"), $"{address} {name} cannot be sorted by");
            }
        }
    }

    [Fact]
    public async Task A_unit_is_UCUM_or_names_its_language()
    {
        var units = (await Documents("schema")).SelectMany(document => document.Properties.Select(property => property.Value!)).Where(schema => schema["x-ogc-unit"] is not null).ToList();
        Assert.NotEmpty(units);
        Assert.All(units, schema => Assert.True((string)schema["type"]! is "number" or "integer"));
        Assert.Equal(["%", "m", "m2"], units.Where(schema => schema["x-ogc-unitLang"] is null).Select(schema => (string)schema["x-ogc-unit"]!).Distinct().Order());
        Assert.All(units.Where(schema => schema["x-ogc-unitLang"] is not null), schema =>
            Assert.Equal(("QUDT", "https://qudt.org/vocab/unit/CCY_CNY"), ((string)schema["x-ogc-unitLang"]!, (string)schema["x-ogc-unit"]!)));
    }

    [Fact]
    public async Task A_reference_has_the_type_of_what_it_refers_to()
    {
        var schemas = (await Documents("schema")).ToDictionary(document => document.Address.Split('/')[^2], document => document.Properties);
        var references = schemas.Values.SelectMany(properties => properties.Select(property => property.Value!)).Where(schema => (string?)schema["x-ogc-role"] == "reference").ToList();
        Assert.NotEmpty(references);
        Assert.All(references, schema => Assert.Equal(
            (string)schemas[(string)schema["x-ogc-collectionId"]!].Single(property => (string?)property.Value!["x-ogc-role"] == "id").Value!["type"]!, (string)schema["type"]!));
    }

    private async Task<List<(string Address, JsonObject Properties)>> Documents(string resource)
    {
        var documents = new List<(string, JsonObject)>();
        foreach (var collection in (await server.Get("/ogc/collections"))["collections"]!.AsArray())
        {
            var address = $"/ogc/collections/{collection!["id"]}/{resource}";
            documents.Add((address, (await server.Get(address))["properties"]!.AsObject()));
        }

        return documents;
    }
}
