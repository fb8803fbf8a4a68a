using SpatialPlan.Server.IntegrationTests.Tiles;

namespace SpatialPlan.Server.IntegrationTests;

/// <summary>Of a collection that is larger than memory holds, every feature is found by the beginning of its name or code, and the answer says so.</summary>
public sealed class SearchBeyondTests(SearchServer search) : IClassFixture<SearchServer>
{
    [Fact]
    public async Task What_memory_does_not_hold_is_found_by_its_beginning()
    {
        Assert.Empty((await search.Search("测试"))["beyond"]!.AsArray());
        await search.Server.Database.Execute(ScaledPlan.Insert(1, 20_300));

        // Memory has none of them.
        foreach (var (words, by) in new[] { ("测试9999", "name"), ("many-9999", "code"), ("MANY-9999", "code"), (" 测试9999 ", "name") })
        {
            var answer = await search.Search(words);
            var first = answer["features"]![0]!;
            Assert.Equal(("projects", "many-9999", by), ((string)first["collection"]!, (string)first["code"]!, (string)first["match"]!["by"]!));
            Assert.Equal(["projects"], answer["beyond"]!.AsArray().Select(collection => (string)collection!));
        }

        var many = (await search.Search("测试999"))["features"]!.AsArray().Select(feature => (string)feature!["code"]!).ToList();
        Assert.Equal(many.Distinct(), many);
        Assert.Equal(11, many.Count);
        Assert.DoesNotContain(await search.Codes("试9999"), code => code.StartsWith("many-", StringComparison.Ordinal));

        // What the plan brought is in memory, and found by any part of its name.
        Assert.Equal("park-1", (await search.Codes("park-1"))[0]);
        Assert.Contains("project-4-6-1", await search.Codes("生命科学"));
    }
}
