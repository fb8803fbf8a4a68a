using System.Text.Json.Nodes;
using SpatialPlan.Server.Catalogue;
using SpatialPlan.Server.GisData;

namespace SpatialPlan.Server.IntegrationTests;

/// <summary>Contradictions and industries of a package: what is wrong is named, what is right is loaded once.</summary>
public sealed class PlanListFaultTests(PlanDatabases databases)
{
    private const string Contradictions = """
        {"contradictions":[{"code":"two-names","kind":"name","title_zh":"两名","title_en":"Two names","features":["project-4-1-1"],"sides":[
          {"paragraph":"fyp14-chapter-1-p1","words":"一","value":null,"unit":null,"horizon":null,"note_zh":null,"note_en":null},
          {"paragraph":"fyp14-box-4-1-item-1","words":"二","value":2,"unit":"CNY","horizon":2025,"note_zh":null,"note_en":null}]}]}
        """;

    private const string Industries = """
        {"industries":[{"industry_chain":"new-energy","paragraph":"fyp14-chapter-12-p1","steps":[],
          "products":[{"zh":"电池","en":"Batteries","stage":null,"paragraph":"fyp14-chapter-12-p1"}],
          "enterprises":[{"name_zh":"试验","paragraph":"fyp14-chapter-12-p1"}],
          "institutes":[{"name_zh":"试验院","name_en":"Trial institute","basis":"derived","rule":"institute-by-field","paragraph":"fyp14-chapter-12-p1"}],
          "gaps":[]}]}
        """;

    private const string Policies = """
        {"policies":[{"code":"land-quota","kind":"land-quota","title_zh":"指标","title_en":"Quota","what_zh":"一","what_en":"One","investor_kinds":["sme"],
          "industry_chains":[],"industry_clusters":["medical-health"],"features":["project-4-1-1"],"amount":{"value":60,"unit":"%","comparator":"eq"},
          "citations":[{"paragraph":"fyp14-chapter-1-p1","words":"一","attribute":"amount"}]}]}
        """;

    [Theory]
    [InlineData("features/0", "\"nobody\"", "nobody is no feature of the package")]
    [InlineData("sides/1/paragraph", "\"fyp14-chapter-99-p1\"", "paragraph fyp14-chapter-99-p1: plan fyp14 has no chapter 99")]
    [InlineData("sides/1/unit", "\"furlong\"", "unit furlong is no term of unit")]
    public void A_wrong_contradiction_is_named_with_the_reason(string path, string value, string reason) =>
        Assert.Contains(new PackageProblem("contradictions.json", "two-names", reason), Problems(Changed(Contradictions, "contradictions", path, value), Industries));

    [Theory]
    [InlineData("industry_chain", "\"tea\"", "tea is no term of industry_chain", "tea")]
    [InlineData("paragraph", "\"fyp14-box-99-1-p1\"", "paragraph fyp14-box-99-1-p1: plan fyp14 has no box 99-1", "new-energy")]
    [InlineData("institutes/0/rule", "\"a-guess\"", "rule a-guess is not in catalogue/rules.json", "new-energy")]
    public void A_wrong_industry_is_named_with_the_reason(string path, string value, string reason, string entry) =>
        Assert.Contains(new PackageProblem("industries.json", entry, reason), Problems(Contradictions, Changed(Industries, "industries", path, value)));

    [Theory]
    [InlineData("kind", "\"tea\"", "tea is no term of policy_kind")]
    [InlineData("investor_kinds/0", "\"tea\"", "tea is no term of investor_kind")]
    [InlineData("industry_clusters/0", "\"tea\"", "tea is no term of industry_cluster")]
    [InlineData("features/0", "\"nobody\"", "nobody is no feature of the package")]
    [InlineData("amount/unit", "\"furlong\"", "furlong is no term of unit")]
    [InlineData("amount", "null", "an amount has a citation of its own, and nothing else has")]
    [InlineData("citations/0/paragraph", "\"fyp14-chapter-99-p1\"", "paragraph fyp14-chapter-99-p1: plan fyp14 has no chapter 99")]
    public void A_wrong_policy_is_named_with_the_reason(string path, string value, string reason) =>
        Assert.Contains(new PackageProblem("policies.json", "land-quota", reason), Problems(Contradictions, Industries, Changed(Policies, "policies", path, value)));

    [Fact]
    public void A_code_that_stands_there_twice_is_named()
    {
        var twice = JsonNode.Parse(Contradictions)!;
        var again = twice["contradictions"]![0]!.DeepClone();
        again["title_en"] = "Again";
        twice["contradictions"]!.AsArray().Add(again);
        Assert.Contains(new PackageProblem("contradictions.json", "two-names", "stands there more than once"), Problems(twice.ToJsonString(), Industries));
    }

    [Fact]
    public async Task Lists_are_loaded_with_their_citations_and_history_keeps_the_old_ones()
    {
        await using var database = await databases.Migrated();
        using var package = Package(Contradictions, Industries);
        await database.Load(package.Write());
        Assert.Equal(["two-names|4-1|12"], await database.Rows("select code, content #>> '{sides,1,citation,box}', content #>> '{sides,1,citation,chapter}' from published_plan.contradiction"));
        Assert.Equal(
            ["new-energy|12|derived|institute-by-field"],
            await database.Rows("select code, content #>> '{citation,chapter}', content #>> '{institutes,0,citation,basis}', content #>> '{institutes,0,citation,rule}' from published_plan.industry"));

        var report = await database.Load(package.Folder);
        Assert.True(report.NothingNew);
        await File.WriteAllTextAsync(Path.Combine(package.Folder, "contradictions.json"), Changed(Contradictions, "contradictions", "title_en", "\"Other words\""), TestContext.Current.CancellationToken);
        report = await database.Load(package.Folder);
        Assert.Equal(2, report.Revision);
        Assert.Equal(["Two names"], await database.Rows("select detail #>> '{0,title_en}' from plan.event where collection = 'contradiction' order by id desc limit 1"));
    }

    private static IReadOnlyList<PackageProblem> Problems(string contradictions, string industries, string policies = Policies)
    {
        using var package = Package(contradictions, industries);
        File.WriteAllText(Path.Combine(package.Folder, PlanLists.PoliciesFile), policies);
        return Assert.Throws<PackageException>(() => PackageReader.Read(package.Folder)).Problems;
    }

    private static TestPackage Package(string contradictions, string industries)
    {
        var package = new TestPackage();
        package.AddProject("project-4-1-1");
        File.WriteAllText(Path.Combine(package.Write(), "contradictions.json"), contradictions);
        File.WriteAllText(Path.Combine(package.Folder, "industries.json"), industries);
        return package;
    }

    /// <summary>The file with another value at a path inside its first entry.</summary>
    private static string Changed(string file, string list, string path, string value)
    {
        var root = JsonNode.Parse(file)!;
        var at = root[list]![0]!;
        var steps = path.Split('/');
        foreach (var step in steps[..^1])
        {
            at = int.TryParse(step, out var index) ? at[index]! : at[step]!;
        }

        if (int.TryParse(steps[^1], out var last))
        {
            at[last] = JsonNode.Parse(value);
        }
        else
        {
            at[steps[^1]] = JsonNode.Parse(value);
        }

        return root.ToJsonString();
    }
}
