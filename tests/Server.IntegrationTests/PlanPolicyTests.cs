using System.Net;
using System.Text.Json.Nodes;

namespace SpatialPlan.Server.IntegrationTests;

/// <summary>The policies of the plan: filtered by what they name, each with its citation, found by the search.</summary>
public sealed class PlanPolicyTests(UnchangedPlan server) : IClassFixture<UnchangedPlan>
{
    private const string Policies = "/api/plan/policies";

    [Fact]
    public async Task All_are_listed_in_the_order_of_the_file_with_whole_citations_and_what_is_not_stated()
    {
        var file = JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(Repository.GisData, "policies.json"), TestContext.Current.CancellationToken))!["policies"]!.AsArray();
        var answer = await server.Get(Policies);
        Assert.Equal(file.Select(policy => (string)policy!["code"]!), Codes(answer));
        Assert.Equal(file.Count, (int)answer["total"]!);
        Assert.All(answer["policies"]!.AsArray(), policy =>
        {
            Assert.Equal(policy!["amount"] is null ? ["amount"] : [], policy["not_stated"]!.AsArray().Select(name => (string)name!));
            Assert.All(policy["citations"]!.AsArray(), citation => Assert.True(citation!["chapter"] is not null && citation["words"] is not null));
        });
    }

    [Theory]
    [InlineData("?kind=land-quota", "land-quota-for-clusters")]
    [InlineData("?investor_kind=japan-korea&kind=fixed-asset-reward", "japan-korea-fixed-asset-reward")]
    [InlineData("?park=park-11&kind=bonded", "bonded-logistics")]
    [InlineData("?park=park-2&kind=coal-quota", "coal-quota-for-clusters")]
    [InlineData("?industry_chain=medical-devices&kind=rd-incentive", "in-vitro-diagnostics-support", "rd-reward")]
    [InlineData("?industry_chain=biopharma&kind=rd-incentive", "rd-reward")]
    [InlineData("?industry_cluster=medical-health&kind=rd-incentive", "in-vitro-diagnostics-support", "rd-reward")]
    [InlineData("?park=park-2&kind=bonded")]
    public async Task A_policy_fits_what_it_names_and_what_it_is_not_limited_in(string question, params string[] codes) =>
        Assert.Equal(codes, Codes(await server.Get(Policies + question)));

    [Theory]
    [InlineData("?kind=tea", "value-unknown")]
    [InlineData("?park=park-99", "value-unknown")]
    [InlineData("?park=liaohe-new-town", "value-unknown")]
    [InlineData("?industry_chain=high-end-equipment", "value-unknown")]
    [InlineData("?industry_cluster=x", "value-unknown")]
    [InlineData("?investor_kind=%27", "value-unknown")]
    [InlineData("?kind=", "parameter-empty")]
    [InlineData("?kind=fund&kind=visa", "parameter-repeated")]
    [InlineData("?chain=biopharma", "parameter-unknown")]
    public async Task What_it_does_not_know_is_refused_with_a_code(string question, string code) =>
        Assert.Equal(code, (string)(await server.GetProblem(Policies + question, HttpStatusCode.BadRequest))["code"]!);

    [Theory]
    [InlineData("租赁补贴", "japan-korea-rent-subsidy")]
    [InlineData("rent subsidy", "japan-korea-rent-subsidy")]
    [InlineData("煤耗指标", "coal-quota-for-clusters")]
    [InlineData("Coal quota", "coal-quota-for-clusters")]
    [InlineData("first-set", "first-set-application")]
    public async Task The_search_finds_a_policy_by_title_and_by_kind_in_both_languages(string words, string code)
    {
        var found = (await server.Get($"/api/search?q={Uri.EscapeDataString(words)}&limit=20"))["vocabulary"]!.AsArray();
        Assert.Contains(found, term => (string)term!["vocabulary"]! == "policy" && (string)term["code"]! == code && term["parent"] is not null);
    }

    private static IEnumerable<string> Codes(JsonNode answer) => answer["policies"]!.AsArray().Select(policy => (string)policy!["code"]!);
}
