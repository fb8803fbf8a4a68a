using System.Net;
using System.Text;
using SpatialPlan.Server.Accounts;

namespace SpatialPlan.Server.IntegrationTests.Accounts;

/// <summary>What another site makes a browser send changes nothing.</summary>
public sealed class CrossSiteTests(PlanServer server) : IClassFixture<PlanServer>
{
    private const string Credentials = """{"name":"somebody","password":"x"}""";

    [Theory]
    [InlineData("Sec-Fetch-Site", "cross-site")]
    [InlineData("Sec-Fetch-Site", "same-site")]
    [InlineData("Sec-Fetch-Site", "none")]
    [InlineData("Origin", "https://evil.example")]
    [InlineData("Origin", "null")]
    [InlineData("Origin", "http://localhost:8080")]
    [InlineData("Origin", "https://localhost")]
    [InlineData("Origin", "http://localhost.evil.example")]
    [InlineData("Cookie", "spatialplan=brought")]
    public async Task A_post_of_another_site_is_refused(string header, string value)
    {
        using var client = server.NewClient();
        var request = new HttpRequestMessage(HttpMethod.Post, "/api/account/sign-in") { Content = new StringContent(Credentials, Encoding.UTF8, "application/json") };
        request.Headers.TryAddWithoutValidation(header, value);
        await Refused(await client.SendAsync(request, TestContext.Current.CancellationToken), HttpStatusCode.Forbidden, "other-origin");
    }

    /// <summary>The header that no script can set decides: an Origin beside it is not asked.</summary>
    [Fact]
    public async Task Neither_does_the_right_origin_help_nor_does_a_session()
    {
        using var anna = await server.SignIn("anna", Role.Administrator);
        anna.DefaultRequestHeaders.Add("Sec-Fetch-Site", "cross-site");
        await Refused(await anna.PostAsync("/api/account/sign-out/everywhere", null, TestContext.Current.CancellationToken), HttpStatusCode.Forbidden, "other-origin");
        anna.DefaultRequestHeaders.Remove("Sec-Fetch-Site");
        Assert.Equal(HttpStatusCode.OK, (await anna.GetAsync("/api/account", TestContext.Current.CancellationToken)).StatusCode);
    }

    [Theory]
    [InlineData("application/x-www-form-urlencoded")]
    [InlineData("multipart/form-data; boundary=x")]
    [InlineData("text/plain")]
    [InlineData("text/plain; application/json")]
    [InlineData("application/xml")]
    public async Task A_body_that_a_form_can_send_is_refused(string type)
    {
        using var page = server.Page();
        var body = new ByteArrayContent(Encoding.UTF8.GetBytes(Credentials));
        body.Headers.TryAddWithoutValidation("Content-Type", type);
        await Refused(await page.PostAsync("/api/account/sign-in", body, TestContext.Current.CancellationToken), HttpStatusCode.UnsupportedMediaType, "media-type-not-supported");
    }

    [Fact]
    public async Task No_other_origin_reads_an_account()
    {
        using var anna = await server.SignIn("anna", Role.Administrator);
        foreach (var address in new[] { "/api/account", "/api/accounts", "/api/account/tokens" })
        {
            var answer = await anna.GetAsync(address, TestContext.Current.CancellationToken);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            Assert.False(answer.Headers.Contains("Access-Control-Allow-Origin"));
            Assert.Equal((true, true), (answer.Headers.CacheControl!.Private, answer.Headers.CacheControl.NoStore));
        }
    }

    [Theory]
    [InlineData("/api/account")]
    [InlineData("/api/catalogue")]
    [InlineData("/ogc/collections/parks/items")]
    public async Task What_is_answered_to_somebody_is_kept_by_nobody_and_never_compressed(string address)
    {
        using var anna = await server.SignIn("anna", Role.Administrator);
        anna.DefaultRequestHeaders.Add("Accept-Encoding", "br, gzip");
        anna.DefaultRequestHeaders.Add("If-None-Match", "*");
        var answer = await anna.GetAsync(address, TestContext.Current.CancellationToken);
        Assert.Equal((HttpStatusCode.OK, 0), (answer.StatusCode, answer.Content.Headers.ContentEncoding.Count));
        Assert.Equal((true, true, null), (answer.Headers.CacheControl!.Private, answer.Headers.CacheControl.NoStore, answer.Headers.ETag));
    }

    private static async Task Refused(HttpResponseMessage answer, HttpStatusCode status, string code)
    {
        Assert.Equal(status, answer.StatusCode);
        Assert.Contains($"\"{code}\"", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }
}
