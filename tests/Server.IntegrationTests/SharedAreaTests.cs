using System.Text.Json.Nodes;

namespace SpatialPlan.Server.IntegrationTests;

/// <summary>
/// What PostGIS geography says of drawn geometries: the client's own measures are held to the same file
/// (client/src/drawing/shared-areas.test.ts).
/// </summary>
public sealed class SharedAreaTests(PlanDatabases databases)
{
    /// <summary>PostGIS reckons with other series from version to version; they agree to much more than this.</summary>
    private const double Relative = 1e-6;

    [Fact]
    public async Task Areas_and_perimeters_are_those_of_the_shared_file()
    {
        await using var database = await databases.Migrated();
        var cases = SharedCases.Read("areas")["areas"]!.AsArray();
        Assert.NotEmpty(cases);
        foreach (var one in cases.Select(one => one!.AsObject()))
        {
            await IsMeasured(database, "ST_Area", one, "area_m2");
            await IsMeasured(database, "ST_Perimeter", one, "perimeter_m");
        }
    }

    private static async Task IsMeasured(TestDatabase database, string function, JsonObject one, string figure)
    {
        var held = (double)one[figure]!;
        var measured = await database.Ask<double>($"select {function}(ST_SetSRID(ST_GeomFromGeoJSON('{one["geometry"]!.ToJsonString()}'), 4490)::geography)");
        Assert.True(Math.Abs(measured - held) <= held * Relative, $"{one["name"]}: {figure} is {measured} in PostGIS and {held} in the file");
    }
}
