using System.Net;

namespace SpatialPlan.Server.IntegrationTests;

/// <summary>The built client is served at the root, and what it must know of the installation beside it.</summary>
public sealed class ClientHostingTests(PlanServer server) : IClassFixture<PlanServer>
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
