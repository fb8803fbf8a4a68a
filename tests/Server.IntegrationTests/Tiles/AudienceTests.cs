using System.Net;
using Microsoft.AspNetCore.Mvc.Testing;
using Npgsql;

namespace SpatialPlan.Server.IntegrationTests.Tiles;

/// <summary>What a request with credentials is told is kept for nobody, and nothing that is kept is told to it. Over real HTTP.</summary>
public sealed class AudienceTests(PlanDatabases databases) : IAsyncLifetime
{
    private const string Tile = "/ogc/tiles/WebMercatorQuad/13/3233/6750?collections=parks";

    private TestDatabase database = null!;
    private WebApplicationFactory<Program> application = null!;
    private HttpClient client = null!;

    public static TheoryData<string, string> Credentials => new()
    {
        { "Cookie", "anything=1" },
        { "Authorization", "Bearer abc" },
        { "Authorization", "Basic YTpi" },
    };

    public async ValueTask InitializeAsync()
    {
        database = await databases.Loaded();
        application = PlanServer.Application(database.Address, ("urls", "http://127.0.0.1:0"));
        application.UseKestrel(0);
        client = new HttpClient(new SocketsHttpHandler { UseCookies = false }) { BaseAddress = application.CreateClient().BaseAddress };
    }

    [Theory]
    [MemberData(nameof(Credentials))]
    public async Task What_the_public_is_told_from_memory_is_not_told_to_somebody(string header, string value)
    {
        await Warm();
        await using var blocked = await Block();
        Assert.Equal(HttpStatusCode.OK, (await Ask(Tile)).StatusCode);

        // Who goes the long way waits for the table.
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await Ask(Tile, (header, value))).StatusCode);
    }

    [Theory]
    [MemberData(nameof(Credentials))]
    public async Task What_somebody_is_told_is_not_told_to_the_public(string header, string value)
    {
        for (var again = 0; again < 3; again++)
        {
            Assert.Equal(HttpStatusCode.OK, (await Ask(Tile, (header, value))).StatusCode);
        }

        await using var blocked = await Block();
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await Ask(Tile)).StatusCode);
    }

    [Theory]
    [InlineData(Tile)]
    [InlineData("/ogc/collections/parks/items?limit=1")]
    [InlineData("/ogc/collections/parks/items/park-2")]
    [InlineData("/ogc/collections/parks/facets")]
    [InlineData("/ogc/collections/parks/export?f=geojson")]
    [InlineData("/api/plan/gaps")]
    [InlineData("/api/parks/match?industry_chain=automotive")]
    [InlineData("/api/plan/policies")]
    [InlineData("/api/search?q=a")]
    public async Task Nothing_is_kept_of_its_answers_and_nobody_holds_them(string address)
    {
        var known = await Ask(address);
        foreach (var (header, value) in new[] { ("Cookie", "a=b"), ("Authorization", "Bearer abc") })
        {
            var answer = await Ask(address, (header, value), ("If-None-Match", known.Headers.ETag?.ToString() ?? "*"));
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            Assert.Equal("no-store, private", answer.Headers.CacheControl?.ToString());

            // The tag of one thing, by its version, is said back to change it; that of a revision is for what is kept.
            Assert.Equal(known.Headers.ETag is { IsWeak: false } own ? own : null, answer.Headers.ETag);
        }

        // As before for everybody.
        Assert.Equal(known.Headers.CacheControl, (await Ask(address)).Headers.CacheControl);
    }

    public async ValueTask DisposeAsync()
    {
        client.Dispose();
        await application.DisposeAsync();
        await database.DisposeAsync();
    }

    /// <summary>Made, found in the cache, known by its words.</summary>
    private async Task Warm()
    {
        for (var again = 0; again < 3; again++)
        {
            Assert.Equal(HttpStatusCode.OK, (await Ask(Tile)).StatusCode);
        }
    }

    private async Task<HttpResponseMessage> Ask(string address, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        return await client.SendAsync(request, TestContext.Current.CancellationToken);
    }

    /// <summary>Nobody reads the parks until this is disposed of.</summary>
    private async Task<NpgsqlConnection> Block()
    {
        var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(database.Address) { Pooling = false }.ConnectionString);
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var command = new NpgsqlCommand("begin; lock table feature.parks in access exclusive mode", connection);
        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        return connection;
    }
}
