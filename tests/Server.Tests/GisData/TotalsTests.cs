using System.Text.Json;
using Xunit;

namespace SpatialPlan.Server.Tests.GisData;

/// <summary>The projects against totals that were counted from the boxes by hand (Totals.json).</summary>
public sealed class TotalsTests
{
    private const decimal Yi = 100_000_000m;
    private const decimal TenThousand = 10_000m;

    private static readonly Totals Expected = Totals.Read();
    private static readonly IReadOnlyList<DrawnFeature> Projects = [.. TopologyLayers.Read("projects").Values];

    [Fact]
    public void Each_chain_has_as_many_projects_as_its_box_has_items() =>
        Assert.Equal(
            Expected.Chains.ToDictionary(total => total.Chain, total => total.Projects),
            Projects.Where(InChain).CountBy(Chain).ToDictionary());

    [Fact]
    public void The_investment_of_each_chain_adds_up_to_the_total_written_down() =>
        Assert.Equal(
            Expected.Chains.ToDictionary(total => total.Chain, total => total.Investment * Yi),
            Projects.Where(InChain).GroupBy(Chain).ToDictionary(chain => chain.Key, chain => chain.Sum(Investment)));

    [Fact]
    public void The_floor_area_of_each_chain_adds_up_and_the_silent_ones_are_not_counted_as_zero()
    {
        foreach (var total in Expected.Chains)
        {
            var known = Projects.Where(project => Chain(project) == total.Chain).Select(project => Figure(project, "floor_area_m2")).OfType<decimal>().ToList();
            Assert.Equal((total.Chain, total.WithFloorArea, total.FloorArea * TenThousand), (total.Chain, known.Count, known.Sum()));
            Assert.DoesNotContain(0m, known);
        }
    }

    [Fact]
    public void A_project_that_alone_makes_more_than_half_of_its_chain_is_the_one_written_down()
    {
        foreach (var total in Expected.Chains)
        {
            var heavy = Projects.Where(project => Chain(project) == total.Chain && Investment(project) * 2 > total.Investment * Yi)
                .Select(project => (project.Code, Investment(project)));
            Assert.Equal(total.OfWhich is { } one ? [(one.Code, one.Investment * Yi)] : [], heavy);
        }
    }

    [Fact]
    public void The_clusters_add_up_from_their_chains()
    {
        foreach (var cluster in Expected.Clusters)
        {
            var chains = Expected.Chains.Where(total => total.Cluster == cluster.Cluster).Select(total => total.Chain).ToHashSet();
            var projects = Projects.Where(project => chains.Contains(Chain(project))).ToList();
            Assert.Equal((cluster.Projects, cluster.Investment * Yi), (projects.Count, projects.Sum(Investment)));
        }
    }

    [Fact]
    public void Forty_projects_of_the_ten_chains_all_state_their_investment()
    {
        var projects = Projects.Where(InChain).ToList();
        Assert.Equal(Expected.All.Projects, projects.Count);
        Assert.All(projects, project => Assert.NotNull(Figure(project, "investment_cny")));
        Assert.Equal(Expected.All.Investment * Yi, projects.Sum(Investment));
    }

    [Fact]
    public void None_of_the_forty_has_a_year_and_two_of_them_a_land_area()
    {
        var projects = Projects.Where(InChain).ToList();
        Assert.All(projects, project => Assert.All(new[] { "period_from", "period_to", "horizon_from", "horizon_to" }, name => Assert.Null(Figure(project, name))));
        Assert.Equal(["project-4-1-1", "project-4-4-3"], projects.Where(project => Figure(project, "land_area_m2") is not null).Select(project => project.Code));
    }

    [Fact]
    public void Every_item_of_the_project_boxes_is_exactly_one_project()
    {
        var items = Expected.Boxes.SelectMany(box => Enumerable.Range(1, box.Value).Select(item => $"project-{box.Key}-{item}"));
        Assert.Equal(items.Order(), Projects.SelectMany(project => OtherCodes(project).Prepend(project.Code)).Order());
    }

    [Fact]
    public void A_project_in_several_boxes_keeps_the_code_of_the_first_and_cites_them_all()
    {
        var redirects = Projects.SelectMany(project => OtherCodes(project).Select(code => (code, project)));
        Assert.Equal(Expected.InSeveralBoxes, redirects.ToDictionary(pair => pair.code, pair => pair.project.Code));
        Assert.All(redirects, pair => Assert.Contains(ItemOf(pair.code), pair.project.Citations().Select(citation => citation.Paragraph)));
    }

    [Fact]
    public void The_climbing_programme_has_as_many_enterprises_in_each_tier_as_box_4_14_lists() =>
        Assert.Equal(
            Expected.Tiers,
            TopologyLayers.Read("enterprises").Values.Select(firm => firm.Text("enterprise_tier")).OfType<string>().CountBy(tier => tier).ToDictionary());

    private static bool InChain(DrawnFeature project) => project.Text("industry_chain") is not null;

    private static string Chain(DrawnFeature project) => project.Text("industry_chain") ?? "";

    private static decimal Investment(DrawnFeature project) => Figure(project, "investment_cny") ?? 0;

    private static decimal? Figure(DrawnFeature project, string name) => project.Number(name);

    private static IEnumerable<string> OtherCodes(DrawnFeature project) =>
        project.Properties.GetProperty("other_codes").EnumerateArray().Select(code => code.GetString()!);

    /// <summary>project-9-1-2 is item 2 of box 9-1.</summary>
    private static string ItemOf(string code)
    {
        var numbers = code["project-".Length..].Split('-');
        return $"fyp14-box-{numbers[0]}-{numbers[1]}-item-{numbers[2]}";
    }
}
