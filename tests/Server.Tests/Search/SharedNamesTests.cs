using System.Text.Json.Nodes;
using SpatialPlan.Server.Database;
using SpatialPlan.Server.Search;
using Xunit;

namespace SpatialPlan.Server.Tests.Search;

/// <summary>The same cases hold for the client: client/src/search/parts/shared-names.test.ts.</summary>
public sealed class SharedNamesTests
{
    private static readonly SearchIndex Index = new(
        new PlanRevision(Guid.Empty, 1),
        [.. SharedCases.Read("names")["features"]!.AsArray().Select(entry => Feature(entry!))],
        [],
        [],
        PinyinTable.Empty,
        SimplifiedTable.Empty);

    public static TheoryData<string> Folded => [.. SharedCases.Texts("names", "folded")];

    public static TheoryData<string> Searches => [.. SharedCases.Texts("names", "searches")];

    [Theory]
    [MemberData(nameof(Folded))]
    public void A_name_is_compared_alike(string entry)
    {
        var pair = JsonNode.Parse(entry)!;
        Assert.Equal((string)pair[1]!, Folding.Of((string)pair[0]!));
    }

    [Theory]
    [MemberData(nameof(Searches))]
    public void A_search_finds_the_same_in_the_same_order(string entry)
    {
        var search = JsonNode.Parse(entry)!;
        var query = SearchQuery.Of((string)search["words"]!, SearchQuery.DefaultLimit, SimplifiedTable.Empty);
        Assert.Equal((string)search["codes"]!, string.Join(' ', Searcher.Features(Index, query).Select(found => Index.Features[found.Entry].Code)));
    }

    private static SearchFeature Feature(JsonNode entry) => new(
        (string)entry["collection"]!, (string)entry["code"]!, (string)entry["name_zh"]!, (string?)entry["name_en"] ?? "",
        Texts(entry["aliases"]), Texts(entry["other_codes"]), "stated");

    private static IReadOnlyList<string> Texts(JsonNode? list) => [.. list?.AsArray().Select(text => (string)text!) ?? []];
}
