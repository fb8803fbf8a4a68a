using Xunit;

namespace SpatialPlan.Server.Tests.GisData;

/// <summary>The facts of the chain panorama: ten chains, joined with the catalogue and with the enterprises on the map.</summary>
public sealed class ContradictionsIndustryTests
{
    [Fact]
    public void The_industries_are_the_ten_chains_in_the_order_of_the_catalogue() =>
        Assert.Equal(
            ContradictionsFiles.Catalogue.Vocabularies["industry_chain"].Terms.Select(term => term.Code),
            ContradictionsFiles.Industries.Select(industry => industry.GetProperty("industry_chain").GetString()));

    [Fact]
    public void A_chain_names_a_thing_once_in_a_list() =>
        Assert.All(
            ContradictionsFiles.IndustryNames.GroupBy(name => (name.Chain, name.List)),
            list => Assert.Distinct(list.Select(name => name.Name)));

    [Fact]
    public void An_institute_that_the_chain_does_not_name_cites_its_rule()
    {
        var rules = ContradictionsFiles.Catalogue.Rules.Select(rule => rule.Code).ToHashSet();
        Assert.All(ContradictionsFiles.IndustryNames.Where(name => name.List == "institutes"), institute =>
        {
            var rule = institute.Entry.GetProperty("rule").GetString();
            Assert.Equal(institute.Entry.GetProperty("basis").GetString() == "derived", rule is not null);
            Assert.True(rule is null || rules.Contains(rule), rule);
        });
    }

    [Fact]
    public void Every_enterprise_on_the_map_stands_in_the_panorama_of_its_chain() =>
        Assert.All(
            TopologyLayers.Read("enterprises").Values.Where(enterprise => enterprise.Text("industry_chain") is not null),
            enterprise => Assert.Contains(ContradictionsFiles.IndustryNames, name =>
                name.List == "enterprises" && name.Chain == enterprise.Text("industry_chain") && enterprise.Names().Contains(name.Name)));

    [Fact]
    public void An_institute_on_the_map_has_the_same_English_name_in_the_panorama()
    {
        var facilities = TopologyLayers.Read("facilities").Values
            .SelectMany(facility => facility.Names().Select(name => (name, English: facility.Text("name_en"))))
            .ToLookup(pair => pair.name, pair => pair.English);
        Assert.All(
            ContradictionsFiles.IndustryNames.Where(name => name.List == "institutes" && facilities.Contains(name.Name)),
            institute => Assert.Contains(institute.Entry.GetProperty("name_en").GetString(), facilities[institute.Name]));
    }
}
