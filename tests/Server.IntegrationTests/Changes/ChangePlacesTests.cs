using System.Globalization;
using System.Net;
using SpatialPlan.Server.Accounts;

namespace SpatialPlan.Server.IntegrationTests.Changes;

/// <summary>A map shows a set whole, however many features it has.</summary>
public sealed class ChangePlacesTests(PlanServer server) : IClassFixture<PlanServer>
{
    [Fact]
    public async Task All_places_of_a_set_of_five_hundred_come_in_one_answer_in_its_order()
    {
        using var staff = await server.SignIn("draws", Role.Staff);
        using var other = await server.SignIn("other", Role.Staff);
        var sites = Enumerable.Range(0, 499).Select(number => $$$"""
            {"collection":"project-sites","properties":{"name_zh":"地块{{{number}}}","name_en":"Site {{{number}}}","origin":"staff","plan_status":"planned","placement":"surveyed","placement_reason_zh":"测量","placement_reason_en":"Surveyed","accuracy_m":1,"source":"digitised"},
             "geometry":{"type":"Polygon","coordinates":[[[116.6,{{{At(number)}}}],[116.6001,{{{At(number)}}}],[116.6001,{{{At(number + 0.5)}}}],[116.6,{{{At(number)}}}]]]}}
            """);
        var park = """{"collection":"parks","code":"park-1","based_on":1,"properties":{"name_en":"Renamed"}}""";
        var set = (await staff.Post("/api/change-sets", $$"""{"title":"t","basis":"b","features":[{{string.Join(',', sites.Append(park))}}]}""")).Must(HttpStatusCode.Created);
        var address = $"/api/change-sets/{(long)set.Json!["id"]!}/places";
        Assert.Equal("change-set-unknown", (await other.Read(address)).Must(HttpStatusCode.NotFound).Code);
        Assert.Equal("parameter-unknown", (await staff.Read($"{address}?after=1")).Must(HttpStatusCode.BadRequest).Code);
        var places = (await staff.Read(address)).Must(HttpStatusCode.OK).Json!["places"]!.AsArray();
        Assert.Equal(Enumerable.Range(1, 500), places.Select(place => (int)place!["position"]!));
        Assert.Equal(("地块0", null, "Polygon"), ((string)places[0]!["name_zh"]!, places[0]!["before"], (string)places[0]!["after"]!["geometry"]!["type"]!));
        var last = places[499]!;
        Assert.Equal(("park-1", "Renamed", "MultiPolygon"), ((string)last["code"]!, (string)last["name_en"]!, (string)last["before"]!["geometry"]!["type"]!));
        Assert.NotNull(last["after"]!["geometry"]);
    }

    private static string At(double number) => (35.4 + (number * 0.0001)).ToString(CultureInfo.InvariantCulture);
}
