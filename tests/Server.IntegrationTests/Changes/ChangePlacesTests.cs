using System.Net;
using SpatialPlan.Server.Accounts;
using SpatialPlan.Server.IntegrationTests.Review;

namespace SpatialPlan.Server.IntegrationTests.Changes;

/// <summary>A map shows a set whole, however many features it has.</summary>
public sealed class ChangePlacesTests(PlanServer server) : IClassFixture<PlanServer>
{
    [Fact]
    public async Task All_places_of_a_set_of_five_hundred_come_in_one_answer_in_its_order()
    {
        using var staff = await server.SignIn("draws", Role.Staff);
        using var other = await server.SignIn("other", Role.Staff);
        var park = """{"collection":"parks","code":"park-1","based_on":1,"properties":{"name_en":"Renamed"}}""";
        var set = await staff.Draft(SubmittedSets.Body(string.Join(',', SubmittedSites.Sites(499).Append(park))));
        var address = $"{set.Address}/places";
        Assert.Equal("change-set-unknown", (await other.Read(address)).Must(HttpStatusCode.NotFound).Code);
        Assert.Equal("parameter-unknown", (await staff.Read($"{address}?after=1")).Must(HttpStatusCode.BadRequest).Code);
        var places = (await staff.Read(address)).Must(HttpStatusCode.OK).Json!["places"]!.AsArray();
        Assert.Equal(Enumerable.Range(1, 500), places.Select(place => (int)place!["position"]!));
        Assert.Equal(("地块0", null, "Polygon"), ((string)places[0]!["name_zh"]!, places[0]!["before"], (string)places[0]!["after"]!["geometry"]!["type"]!));
        var last = places[499]!;
        Assert.Equal(("park-1", "Renamed", "MultiPolygon"), ((string)last["code"]!, (string)last["name_en"]!, (string)last["before"]!["geometry"]!["type"]!));
        Assert.NotNull(last["after"]!["geometry"]);
        var some = (await staff.Read($"{set.Address}?after=1&limit=2")).Must(HttpStatusCode.OK).Json!["items"]!.AsArray();
        Assert.Equal([2, 3], some.Select(item => (int)item!["position"]!));
    }
}
