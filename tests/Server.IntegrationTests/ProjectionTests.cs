using CsCheck;
using Npgsql;
using SpatialPlan.Server.Geo;

namespace SpatialPlan.Server.IntegrationTests;

/// <summary>The transforms of the server against those of PostGIS, both ways.</summary>
public sealed class ProjectionTests(UnchangedPlan server) : IClassFixture<UnchangedPlan>
{
    private const double Millimetre = 0.001;
    private const double DegreesPerMetre = 1 / 111_320.0;
    private const int Points = 500;

    // The zone and what lies around it, with the airport and the port.
    private static readonly Gen<(double Longitude, double Latitude)[]> AroundTheZone = Gen.Double[116.0, 117.5].Select(Gen.Double[35.0, 36.0]).Array[Points];

    public static TheoryData<string> Projected => [.. CrsList.Supported.Where(crs => !crs.IsGeographic).Select(crs => crs.Code)];

    [Theory]
    [MemberData(nameof(Projected))]
    public async Task From_the_store_agrees_to_a_millimetre(string code)
    {
        var crs = CrsList.Find(code)!;
        await AroundTheZone.SampleAsync(
            async points =>
            {
                var theirs = await Transform(points, CrsList.Store.Srid!.Value, crs.Srid!.Value);
                Assert.All(points.Zip(theirs), pair => AssertNear(pair.Second, crs.FromStore(pair.First.Longitude, pair.First.Latitude)!.Value, Millimetre));
            },
            iter: 10);
    }

    [Theory]
    [MemberData(nameof(Projected))]
    public async Task To_the_store_agrees_to_a_millimetre(string code)
    {
        var crs = CrsList.Find(code)!;
        await AroundTheZone.SampleAsync(
            async points =>
            {
                var inCrs = points.Select(point => crs.FromStore(point.Longitude, point.Latitude)!.Value).ToArray();
                var theirs = await Transform(inCrs, crs.Srid!.Value, CrsList.Store.Srid!.Value);
                Assert.All(inCrs.Zip(theirs), pair => AssertNear(pair.Second, crs.ToStore(pair.First.X, pair.First.Y), Millimetre * DegreesPerMetre));
            },
            iter: 10);
    }

    private static void AssertNear((double X, double Y) expected, (double X, double Y) actual, double tolerance)
    {
        Assert.Equal(expected.X, actual.X, tolerance);
        Assert.Equal(expected.Y, actual.Y, tolerance);
    }

    private async Task<(double X, double Y)[]> Transform((double X, double Y)[] points, int from, int to)
    {
        await using var command = server.Database.Owner.Source.CreateCommand("""
            select ST_X(moved), ST_Y(moved)
            from unnest($1::float8[], $2::float8[]) with ordinality as point(x, y, place),
                 ST_Transform(ST_SetSRID(ST_MakePoint(x, y), $3), $4) moved
            order by place
            """);
        command.Parameters.Add(new NpgsqlParameter { Value = points.Select(point => point.X).ToArray() });
        command.Parameters.Add(new NpgsqlParameter { Value = points.Select(point => point.Y).ToArray() });
        command.Parameters.Add(new NpgsqlParameter { Value = from });
        command.Parameters.Add(new NpgsqlParameter { Value = to });
        await using var reader = await command.ExecuteReaderAsync(TestContext.Current.CancellationToken);
        var moved = new List<(double, double)>();
        while (await reader.ReadAsync(TestContext.Current.CancellationToken))
        {
            moved.Add((reader.GetDouble(0), reader.GetDouble(1)));
        }

        return [.. moved];
    }
}
