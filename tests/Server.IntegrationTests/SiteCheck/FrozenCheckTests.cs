using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using SpatialPlan.Server.Accounts;
using SpatialPlan.Server.Database;
using SpatialPlan.Server.SiteCheck;
using SpatialPlan.Server.Web;

namespace SpatialPlan.Server.IntegrationTests.SiteCheck;

/// <summary>What a submission keeps of its check, and what it may not be submitted with.</summary>
public sealed class FrozenCheckTests(UnchangedPlan server) : IClassFixture<UnchangedPlan>
{
    private static readonly string Inside = Asking.Square(116.66, 35.42, 0.002);
    private static readonly string Outside = Asking.Square(116.30, 35.30, 0.002);
    private const string Bowtie = """{"type":"Polygon","coordinates":[[[116.6,35.4],[116.61,35.41],[116.61,35.4],[116.6,35.41],[116.6,35.4]]]}""";

    [Fact]
    public async Task It_has_the_answer_with_the_versions_of_plan_rules_and_data()
    {
        var frozen = await Freeze(Inside, "{}");
        var json = frozen.ToJson();
        var asked = await server.Check(Inside);
        Assert.Equal(asked["findings"]!.ToJsonString(), json["findings"]!.ToJsonString());
        Assert.Equal(((long)asked["revision"]!, (string?)asked["rules"]), ((long)json["revision"]!, (string?)json["rules"]));
        Assert.Equal(await server.Database.Ask<string>("select hash from published_plan.package"), (string?)json["package"]);
        Assert.InRange((DateTime)json["checked_at"]!, DateTime.UtcNow.AddMinutes(-1), DateTime.UtcNow);
        Assert.Equal(1, (int)Asking.One(json, "in-zone:jining-high-tech-zone")["subject"]!["version"]!);
    }

    [Fact]
    public async Task An_error_is_refused_until_it_is_contested_and_stays_with_its_reason()
    {
        Assert.Equal("check-refuses", Refusal(await Freeze(Outside, "{}")).Code);
        Assert.Equal("check-refuses", Refusal(await Freeze(Outside, "{}", ("in-zone:jining-high-tech-zone", "explained"))).Code);
        var contested = await Freeze(Outside, "{}", ("in-zone:jining-high-tech-zone", "contested"), ("park:park-99", "contested"));
        Assert.Empty(contested.Refused);

        // A reason to what is not found is no task of anybody.
        var reason = Assert.Single(contested.ToJson()["reasons"]!.AsArray())!;
        Assert.Equal(("in-zone:jining-high-tech-zone", "contested", "because", "attention", "error"), ((string?)reason["finding"], (string?)reason["stance"], (string?)reason["reason"], (string?)reason["outcome"], (string?)reason["severity"]));
    }

    [Theory]
    [InlineData(Bowtie, "{}", "geometry-valid")]
    [InlineData(null, """{"investment_cny":"much"}""", "attributes:investment_cny")]
    public async Task What_is_no_matter_of_opinion_is_refused_whatever_is_said(string? shape, string properties, string finding)
    {
        var frozen = await Freeze(shape, properties, (finding, "contested"));
        Assert.Equal([finding], frozen.Refused.Select(refused => refused.Id));
        Assert.Equal("check-refuses", Refusal(frozen).Code);
    }

    [Theory]
    [InlineData("contested")]
    [InlineData("explained")]
    public async Task A_warning_needs_a_reason_of_either_kind(string stance)
    {
        const string Wrong = """{"park":"park-2","industry_chain":"biopharma"}""";
        var silent = await Freeze(null, Wrong);
        Assert.Equal(["park-chain:park-2"], silent.Unanswered.Select(finding => finding.Id));
        Assert.Equal("check-needs-reasons", Refusal(silent).Code);
        var answered = await Freeze(null, Wrong, ("park-chain:park-2", stance));
        Assert.Empty(answered.Unanswered);
        answered.Demand();
    }

    [Theory]
    [InlineData("""{}""")]
    [InlineData("""[7]""")]
    [InlineData("""[{"finding":"in-zone","stance":"contested"}]""")]
    [InlineData("""[{"finding":"in-zone","stance":"contested","reason":"  "}]""")]
    [InlineData("""[{"finding":"in-zone","stance":"denied","reason":"x"}]""")]
    [InlineData("""[{"finding":"in zone;--","stance":"contested","reason":"x"}]""")]
    [InlineData("""[{"finding":7,"stance":"contested","reason":"x"}]""")]
    [InlineData("""[{"finding":"in-zone","stance":"contested","reason":"a\u0000b"}]""")]
    [InlineData("""[{"finding":"in-zone","stance":"contested","reason":"x"},{"finding":"in-zone","stance":"explained","reason":"y"}]""")]
    public void A_list_that_is_none_is_refused(string list) =>
        Assert.Equal("check-reasons-invalid", Assert.Throws<RequestException>(() => FindingReason.Read(JsonNode.Parse(list))).Code);

    [Fact]
    public void A_list_is_read_as_it_is_written_and_bounded()
    {
        const string List = """[{"finding":"in-zone:jining-high-tech-zone","stance":"contested","reason":"界线不对"}]""";
        Assert.Equal(List, new JsonArray([.. FindingReason.Read(JsonNode.Parse(List)).Select(reason => (JsonNode)reason.Json)]).ToJsonString(JsonText.Format));
        Assert.Empty(FindingReason.Read(null));
        var many = string.Join(",", Enumerable.Range(0, FindingReason.Most + 1).Select(place => $$"""{"finding":"road:r{{place}}","stance":"contested","reason":"x"}"""));
        Assert.Throws<RequestException>(() => FindingReason.Read(JsonNode.Parse($"[{many}]")));
        Assert.Throws<RequestException>(() => FindingReason.Read(JsonNode.Parse($$"""[{"finding":"a","stance":"contested","reason":"{{new string('x', FindingReason.LongestReason + 1)}}"}]""")));
    }

    private static RequestException Refusal(FrozenCheck frozen) => Assert.Throws<RequestException>(() => frozen.Demand());

    private async Task<FrozenCheck> Freeze(string? shape, string properties, params (string Finding, string Stance)[] reasons)
    {
        var cancel = TestContext.Current.CancellationToken;
        var revision = await server.Services.GetRequiredService<RevisionStore>().Current(cancel);
        var said = reasons.Select(reason => (JsonNode)new JsonObject { ["finding"] = reason.Finding, ["stance"] = reason.Stance, ["reason"] = "because" });
        return (await server.Services.GetRequiredService<CheckFreezer>().Freeze(
            shape is null ? null : JsonNode.Parse(shape), JsonNode.Parse(properties)!.AsObject(), FindingReason.Read(new JsonArray([.. said])), revision, new Actor(Guid.NewGuid(), "anna", [Role.Viewer]), cancel))!;
    }
}
