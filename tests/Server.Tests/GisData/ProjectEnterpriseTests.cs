using System.Text.Json.Nodes;
using SpatialPlan.Server.Catalogue;
using SpatialPlan.Server.Checks;
using SpatialPlan.Server.GisData;
using SpatialPlan.Server.Tests.PlanText;
using Xunit;

namespace SpatialPlan.Server.Tests.GisData;

/// <summary>A firm is not another name of its project: a project refers to it, and an alias is nobody else's name.</summary>
public sealed class ProjectEnterpriseTests
{
    private static readonly PlanCatalogue Catalogue = ContradictionsFiles.Catalogue;
    private static readonly IReadOnlyDictionary<string, DrawnFeature> Firms = TopologyLayers.Read("enterprises");

    [Fact]
    public void The_item_of_a_project_names_its_enterprise_or_a_rule_says_why()
    {
        var projects = TopologyLayers.Read("projects").Values.Where(project => project.Text("enterprise") is not null).ToList();
        Assert.InRange(projects.Count, 30, 60);
        Assert.All(projects, project =>
        {
            var citation = Assert.Single(project.Citations(), citation => citation.Attribute == "enterprise");
            var text = ThePlan.Paragraph(citation.Paragraph).Text.Replace(" ", "", StringComparison.Ordinal).Replace("\n", "", StringComparison.Ordinal);
            Assert.True(citation.Rule == "enterprise-by-kindred-name" || Firms[project.Text("enterprise")!].IsNamedIn(text, null), project.Code);
        });
    }

    [Fact]
    public void A_project_whose_item_names_an_enterprise_by_its_whole_name_refers_to_one() =>
        Assert.All(TopologyLayers.Read("projects").Values.Where(project => project.Text("enterprise") is null), project =>
            Assert.DoesNotContain(Firms.Values, firm => project.NameZh.Contains(firm.NameZh, StringComparison.Ordinal)));

    [Fact]
    public void An_alias_that_is_the_name_or_an_alias_of_something_else_is_refused()
    {
        Assert.Equal(
            ["feature project-a: the alias 甲企业 is a name of enterprise-a"],
            Problems(NameChecks.Of, ("projects", "project-a", "甲项目", ["甲企业"], null), ("enterprises", "enterprise-a", "甲企业", [], null)));
        Assert.Equal(
            ["feature enterprise-a: the alias 甲 is a name of project-a", "feature project-a: the alias 甲 is a name of enterprise-a"],
            Problems(NameChecks.Of, ("projects", "project-a", "甲项目", ["甲"], null), ("enterprises", "enterprise-a", "甲企业", ["甲"], null)));
        Assert.Empty(Problems(NameChecks.Of, ("projects", "project-a", "甲项目", ["甲"], null), ("project-sites", "project-a", "甲", [], null)));
    }

    [Fact]
    public void An_enterprise_is_a_feature_of_the_enterprises() =>
        Assert.Equal(
            ["feature project-a: enterprise park-a is no feature of enterprises"],
            Problems(ReferenceChecks.Of, ("projects", "project-a", "甲项目", [], "park-a"), ("parks", "park-a", "甲园", [], null)));

    private static IEnumerable<string> Problems(
        Func<IReadOnlyList<Layer>, IEnumerable<PackageProblem>> check, params (string Collection, string Code, string Name, string[] Aliases, string? Enterprise)[] features) =>
        check([.. features.Select(feature => new Layer(
            $"layers/{feature.Collection}.geojson",
            Catalogue.FindCollection(feature.Collection)!,
            [new CheckedFeature(
                Catalogue.FindCollection(feature.Collection)!,
                feature.Code,
                new JsonObject
                {
                    ["name_zh"] = feature.Name,
                    ["aliases"] = new JsonArray([.. feature.Aliases.Select(alias => (JsonNode)alias)]),
                    ["enterprise"] = feature.Enterprise,
                },
                null)]))]).Select(problem => $"{problem.Entry}: {problem.Reason}").Order(StringComparer.Ordinal);
}
