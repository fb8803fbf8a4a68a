using System.Net;
using System.Net.Http.Headers;
using Microsoft.AspNetCore.Mvc.Testing;

namespace SpatialPlan.Server.IntegrationTests.Tiles;

/// <summary>A tile that was asked for twice in the same words is answered without routing from then on; nobody may see a difference. Over real HTTP.</summary>
public sealed class ShortcutTests(PlanDatabases databases) : IAsyncLifetime
{
    private const string Tile = "/ogc/tiles/WebMercatorQuad/13/3233/6750?collections=parks,projects";

    private TestDatabase database = null!;
    private WebApplicationFactory<Program> application = null!;
    private HttpClient client = null!;

    public async ValueTask InitializeAsync()
    {
        database = await databases.Loaded();
        application = PlanServer.Application(database.Address, ("urls", "http://127.0.0.1:0"));
        application.UseKestrel(0);
        client = application.CreateClient();
    }

    [Theory]
    [InlineData("")]
    [InlineData("br")]
    [InlineData("gzip")]
    public async Task Later_answers_are_the_first(string encoding)
    {
        var first = await Ask(Tile, encoding);
        for (var again = 0; again < 3; again++)
        {
            var next = await Ask(Tile, encoding);
            Assert.Equal(Headers(first), Headers(next));
            Assert.Equal(await first.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken), await next.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
        }

        Assert.Contains(Headers(first), header => header.StartsWith("Content-Security-Policy", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Who_has_it_already_is_told_so()
    {
        var tag = (await Ask(Tile, "br")).Headers.ETag!;
        await Ask(Tile, "br");
        await Ask(Tile, "br");
        var again = await Ask(Tile, "br", tag);
        Assert.Equal(HttpStatusCode.NotModified, again.StatusCode);
        Assert.Equal(tag, again.Headers.ETag);
        Assert.Equal(HttpStatusCode.OK, (await Ask(Tile, "br", new EntityTagHeaderValue("\"other\"", isWeak: true))).StatusCode);
    }

    [Fact]
    public async Task A_change_is_seen_within_two_seconds()
    {
        var before = await (await Ask(Tile, "")).Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
        await Ask(Tile, "");
        await Ask(Tile, "");
        await database.AllowRewriting("parks");
        await database.Execute("begin; update feature.parks set name_en = 'Renamed'; select plan.raise_revision(); commit");
        await Task.Delay(TimeSpan.FromSeconds(2), TestContext.Current.CancellationToken);
        var after = await (await Ask(Tile, "")).Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
        Assert.DoesNotContain(VectorTile.Read(before)["parks"], park => Equals(park.Properties["name_en"], "Renamed"));
        Assert.Contains(VectorTile.Read(after)["parks"], park => Equals(park.Properties["name_en"], "Renamed"));
    }

    [Fact]
    public async Task A_bad_question_stays_bad()
    {
        foreach (var _ in Enumerable.Range(0, 2))
        {
            Assert.Equal(HttpStatusCode.BadRequest, (await Ask($"{Tile}&colour=red", "")).StatusCode);
            Assert.Equal(HttpStatusCode.MethodNotAllowed, (await client.DeleteAsync(Tile, TestContext.Current.CancellationToken)).StatusCode);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await application.DisposeAsync();
        await database.DisposeAsync();
    }

    private static List<string> Headers(HttpResponseMessage response) =>
        [.. response.Headers.Concat(response.Content.Headers).Where(header => header.Key != "Date").Select(header => $"{header.Key}: {string.Join(',', header.Value)}").Order(StringComparer.Ordinal)];

    private async Task<HttpResponseMessage> Ask(string address, string encoding, EntityTagHeaderValue? known = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        if (encoding.Length > 0)
        {
            request.Headers.Add("Accept-Encoding", encoding);
        }

        if (known is not null)
        {
            request.Headers.IfNoneMatch.Add(known);
        }

        return await client.SendAsync(request, TestContext.Current.CancellationToken);
    }
}
