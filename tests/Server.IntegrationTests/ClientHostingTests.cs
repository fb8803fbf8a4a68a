using System.Net;

namespace SpatialPlan.Server.IntegrationTests;

/// <summary>The built client is served at the root, and what it must know of the installation beside it.</summary>
public sealed class ClientHostingTests(UnchangedPlan server) : IClassFixture<UnchangedPlan>
{
    [Fact]
    public async Task The_page_is_asked_for_again_and_its_assets_are_kept_for_ever()
    {
        var client = Directory.CreateTempSubdirectory("plan-client-");
        try
        {
            Directory.CreateDirectory(Path.Combine(client.FullName, "assets"));
            await File.WriteAllTextAsync(Path.Combine(client.FullName, "index.html"), "<!doctype html><title>plan</title>", TestContext.Current.CancellationToken);
            await File.WriteAllTextAsync(Path.Combine(client.FullName, "assets", "main-1a2b3c.js"), "export {}", TestContext.Current.CancellationToken);
            await using var application = PlanServer.Application(server.Database.Address, ("Plan:Client", client.FullName));
            var http = application.CreateClient();

            var page = await http.GetAsync("/?select=parks/park-1", TestContext.Current.CancellationToken);
            var asset = await http.GetAsync("/assets/main-1a2b3c.js", TestContext.Current.CancellationToken);
            var missing = await http.GetAsync("/assets/gone.js", TestContext.Current.CancellationToken);

            Assert.Equal(("text/html", "no-cache"), (page.Content.Headers.ContentType!.MediaType, page.Headers.CacheControl!.ToString()));
            Assert.Contains("immutable", asset.Headers.CacheControl!.ToString(), StringComparison.Ordinal);
            Assert.Equal(HttpStatusCode.NotFound, missing.StatusCode);
        }
        finally
        {
            client.Delete(recursive: true);
        }
    }

    /// <summary>What is sent is what the build has packed, byte for byte: nothing is packed again on the way.</summary>
    [Fact]
    public async Task A_built_file_is_sent_as_it_was_packed()
    {
        var client = Directory.CreateTempSubdirectory("plan-client-");
        try
        {
            var packed = new Dictionary<string, byte[]> { ["br"] = [1, 2, 3], ["gzip"] = [4, 5, 6, 7], [""] = [.. Enumerable.Repeat((byte)' ', 4096)] };
            Directory.CreateDirectory(Path.Combine(client.FullName, "assets"));
            foreach (var name in new[] { "index.html", "assets/main-1a2b3c.js" })
            {
                var file = Path.Combine(client.FullName, name);
                await File.WriteAllBytesAsync(file, packed[""], TestContext.Current.CancellationToken);
                await File.WriteAllBytesAsync(file + ".br", packed["br"], TestContext.Current.CancellationToken);
                await File.WriteAllBytesAsync(file + ".gz", packed["gzip"], TestContext.Current.CancellationToken);
            }

            await using var application = PlanServer.Application(server.Database.Address, ("Plan:Client", client.FullName));
            foreach (var (accepted, coding) in new (string?, string?)[]
            {
                ("gzip, deflate, br", "br"),
                ("BR;q=0.1, gzip", "br"),
                ("gzip, deflate", "gzip"),
                ("gzip, br;q=0", "gzip"),
                ("*", "br"),
                ("deflate", null),
                ("*;q=0, identity", null),
                (null, null),
            })
            {
                using var http = application.CreateClient();
                if (accepted is not null)
                {
                    http.DefaultRequestHeaders.Add("Accept-Encoding", accepted);
                }

                await AssertSent(http, accepted, coding, packed);
            }
        }
        finally
        {
            client.Delete(recursive: true);
        }
    }

    private static async Task AssertSent(HttpClient http, string? accepted, string? coding, Dictionary<string, byte[]> packed)
    {
        var other = coding is "br" ? "gzip" : "br";
        foreach (var (address, type) in new[] { ("/", "text/html"), ("/?select=parks/park-1", "text/html"), ("/assets/main-1a2b3c.js", "text/javascript") })
        {
            var answer = await http.GetAsync(address, TestContext.Current.CancellationToken);
            Assert.Equal((accepted, coding), (accepted, answer.Content.Headers.ContentEncoding.SingleOrDefault()));
            Assert.Equal(packed[coding ?? ""], await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
            Assert.Equal(type, answer.Content.Headers.ContentType!.MediaType);
            Assert.Equal(["Accept-Encoding"], answer.Headers.Vary);

            Assert.Equal(HttpStatusCode.NotModified, (await Revalidate(http, address, answer.Headers.ETag!.Tag, accepted)).StatusCode);
            Assert.Equal(HttpStatusCode.OK, (await Revalidate(http, address, answer.Headers.ETag!.Tag, other)).StatusCode);
        }
    }

    /// <summary>Asks again with what is kept, as somebody who takes these codings.</summary>
    private static async Task<HttpResponseMessage> Revalidate(HttpClient http, string address, string tag, string? accepted)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.Add("If-None-Match", tag);
        if (accepted is not null)
        {
            request.Headers.Add("Accept-Encoding", accepted);
        }

        return await http.SendAsync(request, TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task Without_a_built_client_the_page_says_so()
    {
        await using var application = PlanServer.Application(server.Database.Address, ("Plan:Client", Path.Combine(Path.GetTempPath(), "no-client-here")));
        var page = await application.CreateClient().GetAsync("/", TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.NotFound, page.StatusCode);
        Assert.Contains("client-not-built", await page.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_client_learns_the_key_and_the_policy_lets_the_tiles_in()
    {
        await using var application = PlanServer.Application(server.Database.Address, ("Plan:BaseMaps:TiandituKey", "abc123"), ("Plan:BaseMaps:OpenStreetMap", "false"));
        var response = await application.CreateClient().GetAsync("/api/client-config", TestContext.Current.CancellationToken);
        Assert.Equal("""{"tiandituKey":"abc123","openStreetMap":false}""", await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        var policy = response.Headers.GetValues("Content-Security-Policy").Single();
        Assert.Contains("tianditu.gov.cn", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("openstreetmap", policy, StringComparison.Ordinal);
    }
}
