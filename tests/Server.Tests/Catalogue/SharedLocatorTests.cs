using System.Text.Json.Nodes;
using SpatialPlan.Server.Catalogue;
using Xunit;

namespace SpatialPlan.Server.Tests.Catalogue;

/// <summary>The same cases hold for the client: client/src/reading/shared-locators.test.ts.</summary>
public sealed class SharedLocatorTests
{
    private static readonly PlanDefinition Plan = CatalogueReader.Load(Repository.GisData).FindPlan("fyp14")!;

    public static TheoryData<string> Locators => [.. SharedCases.Texts("locators", "locators")];

    public static TheoryData<string> None => [.. SharedCases.Texts("locators", "none")];

    [Theory]
    [MemberData(nameof(Locators))]
    public void A_locator_says_where_it_stands(string entry)
    {
        var expected = JsonNode.Parse(entry)!;
        var read = Locator.TryParse((string)expected["text"]!)!;
        Assert.Equal(
            ((int?)expected["part"], (int?)expected["chapter"], (string?)expected["box"], (int?)expected["item"], (int?)expected["paragraph"], (int?)expected["row"]),
            (read.PartIn(Plan), read.ChapterIn(Plan), read.Box, read.Item, read.Paragraph, read.Row));
    }

    [Theory]
    [MemberData(nameof(None))]
    public void What_is_none_is_refused(string entry) => Assert.Null(Locator.TryParse((string)JsonNode.Parse(entry)!));
}
