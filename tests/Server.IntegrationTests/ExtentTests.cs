using System.Globalization;
using System.Text.Json.Nodes;

namespace SpatialPlan.Server.IntegrationTests;

/// <summary>What is said of the reach of the data holds the data, and is understood when it is asked for.</summary>
public sealed class ExtentTests(PlanServer server) : IClassFixture<PlanServer>
{
    /// <summary>Collections of the plan, and one feature each that makes the reach hard to write: many decimals, the edge of the world, a single point.</summary>
    [Fact]
    public async Task A_collection_is_found_whole_by_what_it_says_of_itself()
    {
        await server.Database.AllowRewriting("enterprises");
        await server.Database.Execute("""
            insert into feature.hubs (code, version, review_state, recorded_from, approved_at, approved_by, recorded_by, name_zh, origin, plan_status, placement, accuracy_m, geom)
            select 'edge-' || place, 1, 'approved', now(), now(), 'operator', 'x', '边', 'staff', 'planned', 'surveyed', 1, ST_SetSRID(ST_MakePoint(longitude, latitude), 4490)
            from (values (1, -180.00000000000003, -12.123456789012345), (2, 179.99999999499, 89.999999994999), (3, 180.00000000000003, -90)) as edge (place, longitude, latitude);
            delete from feature.enterprises;
            insert into feature.enterprises (code, version, review_state, recorded_from, approved_at, approved_by, recorded_by, name_zh, origin, plan_status, placement, accuracy_m, geom)
            values ('alone', 1, 'approved', now(), now(), 'operator', 'x', '一', 'staff', 'planned', 'surveyed', 1, ST_SetSRID(ST_MakePoint(116.654321987654321, 35.40000000000001), 4490));
            select plan.raise_revision()
            """);
        await server.WaitForRevision();
        foreach (var collection in (await server.Get("/ogc/collections"))["collections"]!.AsArray())
        {
            var address = $"/ogc/collections/{collection!["id"]}";
            if (collection["extent"]!["spatial"] is not { } spatial)
            {
                continue;
            }

            var (box, tiles) = (Numbers(spatial["bbox"]![0]!), Numbers((await server.Get($"{address}/tiles/WebMercatorQuad/tilejson"))["bounds"]!));
            var text = string.Join(',', box.Select(number => number.ToString("R", CultureInfo.InvariantCulture)));
            Assert.Equal(await server.Codes($"{address}/items?limit=10000"), await server.Codes($"{address}/items?limit=10000&bbox={text}"));
            foreach (var feature in (await server.Get($"{address}/items?limit=10000"))["features"]!.AsArray().Where(feature => feature!["geometry"] is not null))
            {
                foreach (var (x, y) in Positions(feature!["geometry"]!["coordinates"]!))
                {
                    Assert.True(x >= box[0] && x <= box[2] && y >= box[1] && y <= box[3], $"{feature["id"]} of {address} lies at {x:R} {y:R}, outside of {text}");
                    Assert.True(x >= tiles[0] && x <= tiles[2] && y >= tiles[1] && y <= tiles[3], $"{feature["id"]} of {address} lies outside of the bounds of its tiles");
                }
            }

            if (collection["extent"]!["temporal"] is { } temporal)
            {
                var interval = temporal["interval"]![0]!.AsArray().Select(end => (string?)end ?? "..");
                Assert.Equal(await server.Codes($"{address}/items?limit=10000"), await server.Codes($"{address}/items?limit=10000&datetime={string.Join('/', interval)}"));
            }
        }
    }

    private static double[] Numbers(JsonNode list) => [.. list.AsArray().Select(number => (double)number!)];

    private static IEnumerable<(double X, double Y)> Positions(JsonNode coordinates) => coordinates[0] is JsonArray
        ? coordinates.AsArray().SelectMany(inner => Positions(inner!))
        : [((double)coordinates[0]!, (double)coordinates[1]!)];
}
