using System.Net;

namespace SpatialPlan.Server.IntegrationTests;

/// <summary>Every target with its subject and citation.</summary>
public sealed class TargetTests(PlanServer server) : IClassFixture<PlanServer>
{
    [Fact]
    public async Task Zone_clusters_and_parks_are_listed_with_their_citation()
    {
        var targets = (await server.Get("/api/plan/targets"))["targets"]!.AsArray();
        var kinds = targets.GroupBy(target => (string?)target!["subject"]!["collection"] ?? (string)target["subject"]!["kind"]!).ToDictionary(same => same.Key, same => (long)same.Count());
        Assert.Equal(await server.Database.Ask<long>("select sum(jsonb_array_length(targets))::bigint from published.parks"), kinds["parks"]);
        Assert.Equal(await server.Database.Ask<long>("select count(*) from published_plan.target where subject_kind = 'zone'"), kinds["zone"]);
        Assert.All(targets, target =>
        {
            Assert.NotNull(target!["citation"]!["plan"]);
            Assert.Equal((string)target["paragraph"]!, (string)target["citation"]!["paragraph"]!);
            Assert.True(target.AsObject().ContainsKey("value") && target.AsObject().ContainsKey("horizon"));
        });
    }

    [Fact]
    public async Task Parks_come_in_the_order_of_their_numbers()
    {
        var parks = (await server.Get("/api/plan/targets"))["targets"]!.AsArray()
            .Where(target => (string?)target!["subject"]!["collection"] == "parks")
            .Select(target => int.Parse(((string)target!["subject"]!["code"]!)["park-".Length..], System.Globalization.CultureInfo.InvariantCulture))
            .ToList();
        Assert.Equal(parks.Order(), parks);
    }

    [Fact]
    public async Task A_parameter_is_refused() =>
        Assert.Equal("parameter-unknown", (string)(await server.GetProblem("/api/plan/targets?x=1", HttpStatusCode.BadRequest))["code"]!);
}
