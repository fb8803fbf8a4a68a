using System.Text.Json;
using System.Text.RegularExpressions;
using Xunit;

namespace SpatialPlan.Server.Tests.GisData;

/// <summary>Every figure of projects, sites, facilities and enterprises says where it comes from.</summary>
public sealed partial class FiguresTests
{
    private const double StatedMuOfTheIndustryCity = 55_000;
    private const double SquareMetresPerMu = 10_000.0 / 15;

    private static readonly string[] Collections = ["projects", "project-sites", "facilities", "enterprises"];
    private static readonly string[] Figures =
        ["investment_cny", "floor_area_m2", "land_area_m2", "period_from", "period_to", "horizon_from", "park", "enterprise", "industry_chain", "enterprise_tier", "placed_by"];

    [Theory]
    [MemberData(nameof(CollectionNames))]
    public void A_figure_is_cited_exactly_when_it_is_there(string collection)
    {
        foreach (var feature in TopologyLayers.Read(collection).Values)
        {
            var cited = feature.Citations().Select(citation => citation.Attribute).OfType<string>().Intersect(Figures);
            var there = Figures.Where(name => feature.Properties.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null);
            Assert.Equal((feature.Code, string.Join(' ', there.Order())), (feature.Code, string.Join(' ', cited.Order())));
        }
    }

    [Theory]
    [MemberData(nameof(CollectionNames))]
    public void What_is_derived_names_a_rule_of_the_catalogue_and_what_is_stated_needs_none(string collection)
    {
        var rules = FiguresReading.Read(FiguresReading.CatalogueFile("rules.json")).GetProperty("rules").EnumerateArray().Select(rule => rule.GetProperty("code").GetString()).ToHashSet();
        foreach (var feature in TopologyLayers.Read(collection).Values)
        {
            Assert.All(feature.Citations(), citation => Assert.Equal((feature.Code, citation.Basis == "derived"), (feature.Code, rules.Contains(citation.Rule))));
        }
    }

    [Theory]
    [MemberData(nameof(CollectionNames))]
    public void A_status_of_the_word_table_is_cited_with_its_basis_and_silence_has_none(string collection)
    {
        foreach (var feature in TopologyLayers.Read(collection).Values)
        {
            var silent = feature.Text("plan_status") == "not-stated";
            Assert.Equal((feature.Code, silent), (feature.Code, feature.Text("plan_status_basis") is null));
            if (!silent)
            {
                Assert.Equal(feature.Text("plan_status_basis"), Assert.Single(feature.Citations(), citation => citation is { Attribute: "plan_status", Rule: not "status-contradicted" }).Basis);
            }
        }
    }

    [Fact]
    public void Every_project_cites_an_item_of_a_box_that_the_plan_has()
    {
        var boxes = FiguresReading.Read(FiguresReading.CatalogueFile("plans.json")).GetProperty("plans")[0].GetProperty("boxes").EnumerateArray().Select(box => box.GetProperty("box").GetString()).ToHashSet();
        foreach (var project in TopologyLayers.Read("projects").Values)
        {
            var item = BoxItem().Match(project.Citations()[0].Paragraph);
            Assert.Equal($"project-{item.Groups["box"].Value}-{item.Groups["item"].Value}", project.Code);
            Assert.Contains(item.Groups["box"].Value, boxes);
        }
    }

    [Fact]
    public void A_place_is_drawn_only_with_a_reason_and_a_guess_is_no_sharper_than_2_km()
    {
        foreach (var feature in Collections.SelectMany(collection => TopologyLayers.Read(collection).Values))
        {
            Assert.Equal((feature.Code, feature.Text("placement") == "unplaced"), (feature.Code, feature.Degrees is null));
            Assert.Equal((feature.Code, feature.Degrees is null), (feature.Code, feature.Number("accuracy_m") is null));
            Assert.False(feature.Text("placement") == "inferred" && feature.AccuracyMetres < 2000, feature.Code);
        }
    }

    [Fact]
    public void A_guessed_place_lies_within_its_accuracy_of_what_it_stands_for()
    {
        var all = Directory.GetFiles(TopologyLayers.Folder).Select(file => Path.GetFileNameWithoutExtension(file)!)
            .SelectMany(collection => TopologyLayers.Read(collection)).ToLookup(pair => pair.Key, pair => pair.Value);
        var guessed = Collections.SelectMany(collection => TopologyLayers.Read(collection).Values).Where(feature => feature.Text("placed_by") is not null);
        Assert.NotEmpty(guessed);
        foreach (var feature in guessed)
        {
            var host = all[feature.Text("placed_by")!].First();
            Assert.True(host.Metres.Distance(feature.Metres) <= feature.AccuracyMetres, $"{feature.Code} is too far from {host.Code}");
        }
    }

    [Fact]
    public void No_two_points_coincide()
    {
        var points = new[] { "projects", "facilities", "enterprises" }.SelectMany(collection => TopologyLayers.Read(collection).Values).Where(feature => feature.Degrees is not null);
        Assert.All(points.GroupBy(feature => feature.Degrees!.Coordinate), same => Assert.Single(same));
    }

    [Fact]
    public void The_industry_city_lies_across_Huangtun_and_Wangyin_and_has_the_stated_area()
    {
        var site = TopologyLayers.Feature("project-sites", "project-4-1-1");
        Assert.InRange(site.Metres.Area / (StatedMuOfTheIndustryCity * SquareMetresPerMu), 0.97, 1.03);
        foreach (var subdistrict in new[] { "subdistrict-huangtun", "subdistrict-wangyin" })
        {
            var share = site.Metres.Intersection(TopologyLayers.Feature("subdistricts", subdistrict).Metres).Area / site.Metres.Area;
            Assert.True(share > 0.25, $"only {share:P0} of the site lies in {subdistrict}");
        }

        Assert.True(TopologyLayers.Read("zone").Values.Single().Metres.Covers(site.Metres), "the site reaches out of the zone");
        Assert.True(site.Metres.Contains(TopologyLayers.Feature("projects", "project-4-1-1").Metres));
    }

    public static TheoryData<string> CollectionNames() => [.. Collections];

    [GeneratedRegex(@"^fyp14-box-(?<box>\d+-\d+)-item-(?<item>\d+)$")]
    private static partial Regex BoxItem();
}
