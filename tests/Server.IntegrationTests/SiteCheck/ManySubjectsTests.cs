namespace SpatialPlan.Server.IntegrationTests.SiteCheck;

/// <summary>Among very many features an answer is bounded, and says of how many it does not speak.</summary>
public sealed class ManySubjectsTests(PlanServer server) : IClassFixture<PlanServer>
{
    [Fact]
    public async Task What_reaches_a_site_in_great_number_is_named_counted_or_said_to_be_left_out()
    {
        await Sites("many", "116.66 + 0.0003 * (i % 10), 35.42 + 0.0003 * (i / 10)", 100);
        var answer = await server.Check(Asking.Square(116.659, 35.419, 0.006));
        var rows = Asking.Findings(answer).Where(finding => (string?)finding["rule"] == "other-site").ToList();
        var named = rows.Where(row => row["subject"] is not null).ToList();
        Assert.Equal(20, named.Count);
        Assert.All(named, row => Assert.Equal("attention", (string?)row["outcome"]));
        var more = rows.Single(row => (string?)row["id"] == "other-site:more-attention");
        Assert.Equal(("attention", "error", "more"), ((string?)more["outcome"], (string?)more["severity"], (string?)more["args"]!["reason"]));
        var left = rows.Single(row => (string?)row["id"] == "other-site:left-out");
        Assert.Equal(("cannot-check", "left-out"), ((string?)left["outcome"], (string?)left["args"]!["reason"]));
        Assert.Equal(100, named.Count + (int)more["args"]!["count"]! + (int)left["args"]!["count"]!);
    }

    [Fact]
    public async Task The_nearest_is_named_where_nothing_reaches_the_site()
    {
        await Sites("far", "116.96 + 0.01 * i, 35.30", 5);
        var site = Asking.Square(116.95, 35.30, 0.001);
        var nearest = Asking.One(await server.Check(site), "other-site");
        Assert.Equal(("no-hit", "far-0"), ((string?)nearest["outcome"], (string?)nearest["args"]!["nearest"]));
        var metres = await server.Database.Ask<double>(
            $"select ST_Distance(ST_Transform(geom, 4548), ST_Transform(ST_SetSRID(ST_GeomFromGeoJSON('{site}'), 4490), 4548)) from published.project_sites where code = 'far-0'");
        Assert.Equal(metres, (double)nearest["distance"]!["m"]!, 0.05);
    }

    [Fact]
    public async Task The_nearest_in_metres_is_named_where_others_are_nearer_in_degrees()
    {
        // A degree of longitude has four fifths of the metres of one of latitude: five stand to the north at 0.1000 degrees and
        // a little more, 11.1 km; one to the east at 0.1150, 10.5 km.
        await Sites("north", "116.30, 35.10 + 0.0001 * i", 5);
        await Sites("east", "116.415, 35.00", 1);
        var nearest = Asking.One(await server.Check(Asking.Square(116.2998, 34.9998, 0.0002)), "other-site");
        Assert.Equal(("no-hit", "east-0"), ((string?)nearest["outcome"], (string?)nearest["args"]!["nearest"]));
    }

    [Fact]
    public async Task The_nearest_is_measured_from_the_site_and_not_from_its_middle()
    {
        // The middle of an L lies beside it.
        await Sites("corner", "116.28 + 0.0005 * i, 35.73", 5);
        await Sites("arm", "116.312, 35.70", 1);
        var site = Asking.Polygon(new(116.25, 35.70), new(116.31, 35.70), new(116.31, 35.701), new(116.251, 35.701), new(116.251, 35.76), new(116.25, 35.76), new(116.25, 35.70));
        Assert.Equal("arm-0", (string?)Asking.One(await server.Check(site), "other-site")["args"]!["nearest"]);
    }

    [Fact]
    public async Task What_a_hit_looks_like_is_bounded()
    {
        await server.Database.Execute(Insert("round", "ST_Buffer(ST_SetSRID(ST_MakePoint(116.80, 35.36), 4490), 0.002, 'quad_segs=200')", 1));
        await server.WaitForRevision();
        var hit = Asking.One(await server.Check(Asking.Square(116.797, 35.357, 0.006)), "other-site:round-0");
        Assert.True((bool)hit["args"]!["where_simplified"]!);
        Assert.Equal(5, hit["where"]!["coordinates"]![0]!.AsArray().Count);
    }

    private async Task Sites(string code, string corner, int number)
    {
        await server.Database.Execute(Insert(code, $"ST_Translate(ST_MakeEnvelope(0, 0, 0.0002, 0.0002, 4490), {corner})", number));
        await server.WaitForRevision();
    }

    private static string Insert(string code, string geometry, int number) => $"""
        insert into feature.project_sites (code, version, review_state, recorded_from, approved_at, approved_by, recorded_by, name_zh, origin, plan_status, plan_status_basis, placement, accuracy_m, geom)
        select '{code}-' || i, 1, 'approved', now(), now(), 'operator', 'test', '他人用地', 'staff', 'planned', 'stated', 'surveyed', 1, ST_Multi({geometry})
        from generate_series(0, {number - 1}) i;
        select plan.raise_revision()
        """;
}
