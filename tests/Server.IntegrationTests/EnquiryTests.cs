using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Mvc.Testing;
using SpatialPlan.Server.IntegrationTests.Pages;

namespace SpatialPlan.Server.IntegrationTests;

/// <summary>An enquiry is kept with consent, for its time, readable by nobody but the owner, and deleted by who wrote it.</summary>
public sealed class EnquiryTests : IClassFixture<PlanServer>, IAsyncDisposable
{
    private readonly PlanServer server;
    private readonly WebApplicationFactory<Program> application;
    private readonly HttpClient client;

    public EnquiryTests(PlanServer server)
    {
        this.server = server;
        application = PlanServer.Application(server.Database.Address, ("Plan:Enquiries:PerHourOfAddress", "1000"), ("Plan:Enquiries:KeepDays", "30"));
        client = application.CreateClient();
    }

    /// <summary>As the form sends it; what is given replaces or adds members, null leaves one out.</summary>
    private static JsonObject Written(params (string Name, JsonNode? Value)[] other)
    {
        var enquiry = new JsonObject
        {
            ["name"] = " Ada <b>Zhou</b> ",
            ["contact"] = "ada@example.org",
            ["organisation"] = "",
            ["message"] = "First line\n=second line",
            ["language"] = "en",
            ["parks"] = new JsonArray("park-2", "park-5"),
            ["questions"] = new JsonArray("land-price"),
            ["shortlist"] = "?view=parks&parks=park-2,park-5",
            ["consent"] = true,
            ["filled_in_ms"] = 20_000,
            ["website"] = "",
        };
        foreach (var (name, value) in other)
        {
            enquiry[name] = value;
            if (value is null)
            {
                enquiry.Remove(name);
            }
        }

        return enquiry;
    }

    private async Task<(HttpResponseMessage Answer, JsonNode Body)> Send(object enquiry, params (string Name, string Value)[] headers)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, "/api/enquiries")
        {
            Content = enquiry is string text ? new StringContent(text, Encoding.UTF8, "application/json") : JsonContent.Create(enquiry),
        };
        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        var answer = await client.SendAsync(request, TestContext.Current.CancellationToken);
        return (answer, JsonNode.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!);
    }

    private Task<long> Kept() => server.Database.Ask<long>("select count(*) from enquiry.enquiry");

    [Fact]
    public async Task Is_kept_as_it_was_written_and_its_writer_gets_a_reference_and_the_link_that_deletes_it()
    {
        var (answer, receipt) = await Send(Written());
        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        Assert.Equal("no-store", answer.Headers.CacheControl!.ToString());
        Assert.Null(answer.Headers.ETag);
        var reference = (string)receipt["reference"]!;
        Assert.Matches("^[0-9A-Z]{4}-[0-9A-Z]{4}$", reference);
        Assert.Equal(
            ["Ada <b>Zhou</b>|ada@example.org||First line\n=second line|en|park-2,park-5|land-price|?view=parks&parks=park-2,park-5|30"],
            await server.Database.Rows($"""
                select name, contact, organisation, message, language, array_to_string(parks, ','), array_to_string(questions, ','), shortlist,
                  extract(day from kept_until - received_at)::int from enquiry.enquiry where reference = '{reference}'
                """));

        // The link holds the secret, the database does not.
        var link = new Uri((string)receipt["delete_url"]!);
        var secret = link.Segments[^1];
        Assert.Equal(0L, await server.Database.Ask<long>($"select count(*) from enquiry.enquiry e where to_jsonb(e)::text like '%{secret}%'"));

        var page = await client.GetAsync(link.PathAndQuery + "?lang=en", TestContext.Current.CancellationToken);
        var html = await page.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Contains(reference, html, StringComparison.Ordinal);
        Assert.DoesNotContain("Zhou", html, StringComparison.Ordinal);
        Assert.Equal(("no-store", "noindex, nofollow"), (page.Headers.CacheControl!.ToString(), page.Headers.GetValues("X-Robots-Tag").Single()));

        // To open the link deletes nothing; the button does, once, and not for the page of somebody else.
        Assert.Equal(1L, await server.Database.Ask<long>($"select count(*) from enquiry.enquiry where reference = '{reference}'"));
        var foreign = new HttpRequestMessage(HttpMethod.Post, link.PathAndQuery) { Headers = { { "Sec-Fetch-Site", "cross-site" } }, Content = new FormUrlEncodedContent([]) };
        Assert.Equal(HttpStatusCode.Forbidden, (await client.SendAsync(foreign, TestContext.Current.CancellationToken)).StatusCode);
        var deleted = await client.PostAsync(link.PathAndQuery + "?lang=en", new FormUrlEncodedContent([]), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, deleted.StatusCode);
        Assert.Equal(0L, await server.Database.Ask<long>($"select count(*) from enquiry.enquiry where reference = '{reference}'"));
        foreach (var method in new[] { HttpMethod.Get, HttpMethod.Post })
        {
            var gone = await client.SendAsync(new HttpRequestMessage(method, link.PathAndQuery), TestContext.Current.CancellationToken);
            Assert.Equal(HttpStatusCode.NotFound, gone.StatusCode);
            Assert.Contains("enquiry-unknown", await gone.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("zh")]
    [InlineData("en")]
    [InlineData("ja")]
    [InlineData("ko")]
    public async Task Its_page_is_in_the_language_of_its_writer_until_it_is_gone(string language)
    {
        var link = new Uri((string)(await Send(Written(("language", language)))).Body["delete_url"]!);
        Assert.StartsWith($"/{language}/enquiries/", link.AbsolutePath, StringComparison.Ordinal);
        async Task Read(Task<HttpResponseMessage> asked, HttpStatusCode status)
        {
            var answer = await asked;
            Assert.Equal(status, answer.StatusCode);
            var page = ForeignText.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
            Assert.Equal(language == "zh" ? "zh-CN" : language, (string)page.Root!.Attribute("lang")!);
            Assert.Empty(ForeignText.Of(page));
            Assert.Empty(ForeignText.Unmarked(page));
        }

        HttpRequestMessage Asked() => new(HttpMethod.Get, link.PathAndQuery) { Headers = { { "Accept", "text/html" } } };
        await Read(client.SendAsync(Asked(), TestContext.Current.CancellationToken), HttpStatusCode.OK);
        await Read(client.PostAsync(link.PathAndQuery, new FormUrlEncodedContent([]), TestContext.Current.CancellationToken), HttpStatusCode.OK);
        await Read(client.SendAsync(Asked(), TestContext.Current.CancellationToken), HttpStatusCode.NotFound);
    }

    public static TheoryData<string, string?, int, string> Refused => new()
    {
        { "consent", "false", 422, "enquiry-consent-missing" },
        { "consent", null, 400, "malformed" },
        { "website", "\"https://spam.example\"", 422, "enquiry-not-by-hand" },
        { "filled_in_ms", "200", 422, "enquiry-too-fast" },
        { "filled_in_ms", "-1", 422, "enquiry-too-fast" },
        { "name", "\"  \"", 422, "enquiry-field-invalid" },
        { "name", "\"two\\nlines\"", 422, "enquiry-field-invalid" },
        { "name", "\"\\u0000\"", 422, "enquiry-field-invalid" },
        { "name", "\"\\ud800\"", 400, "malformed" },
        { "name", "null", 400, "malformed" },
        { "contact", "\"x\"", 422, "enquiry-field-invalid" },
        { "message", "\"\\u001b[2J\"", 422, "enquiry-field-invalid" },
        { "parks", """["park-99"]""", 422, "enquiry-field-invalid" },
        { "parks", """["park-1","park-2","park-3","park-4","park-5"]""", 422, "enquiry-field-invalid" },
        { "questions", """["nonsense"]""", 422, "enquiry-field-invalid" },
        { "shortlist", "\"javascript:alert(1)\"", 422, "enquiry-field-invalid" },
        { "language", "\"xx\"", 422, "enquiry-field-invalid" },
        { "reference", "\"AAAA-AAAA\"", 400, "malformed" },
        { "kept_until", "\"2099-01-01\"", 400, "malformed" },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public async Task What_may_not_be_written_is_refused_with_a_code_and_nothing_is_kept(string name, string? value, int status, string code)
    {
        var before = await Kept();
        var text = Written((name, null)).ToJsonString();
        var (answer, problem) = await Send(value is null ? text : $"{text[..^1]},\"{name}\":{value}}}");
        Assert.Equal((status, code), ((int)answer.StatusCode, (string)problem["code"]!));
        Assert.Equal(before, await Kept());
    }

    [Fact]
    public async Task What_is_no_enquiry_at_all_is_refused()
    {
        foreach (var text in new[] { "", "[]", "null", "{", $"{{\"name\":\"a\",{Written().ToJsonString()[1..]}", new string('[', 5000) })
        {
            var (answer, problem) = await Send(text);
            Assert.Equal((HttpStatusCode.BadRequest, "malformed"), (answer.StatusCode, (string)problem["code"]!));
        }

        var (large, tooLarge) = await Send(Written(("message", new string('水', 1_000_000))));
        Assert.Equal((HttpStatusCode.RequestEntityTooLarge, "too-large"), (large.StatusCode, (string)tooLarge["code"]!));

        var form = await client.PostAsync("/api/enquiries", new StringContent(Written().ToJsonString(), Encoding.UTF8, "text/plain"), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, form.StatusCode);
        Assert.Equal(HttpStatusCode.MethodNotAllowed, (await client.DeleteAsync("/api/enquiries", TestContext.Current.CancellationToken)).StatusCode);
    }

    [Theory]
    [InlineData("Sec-Fetch-Site", "cross-site")]
    [InlineData("Sec-Fetch-Site", "same-site")]
    [InlineData("Origin", "https://evil.example")]
    [InlineData("Origin", "null")]
    [InlineData("Origin", "http://localhost.evil.example")]
    public async Task A_page_of_another_origin_makes_nobody_write(string header, string value)
    {
        var (answer, problem) = await Send(Written(), (header, value));
        Assert.Equal((HttpStatusCode.Forbidden, "other-origin"), (answer.StatusCode, (string)problem["code"]!));
        Assert.False(answer.Headers.Contains("Access-Control-Allow-Origin"));
        var (own, _) = await Send(Written(), ("Origin", "http://localhost"));
        Assert.Equal(HttpStatusCode.Created, own.StatusCode);
    }

    [Fact]
    public async Task Fifty_of_one_address_are_too_many_and_another_address_is_not_kept_waiting()
    {
        await using var busy = PlanServer.Application(server.Database.Address, ("Plan:TrustedProxies", "10.0.0.0/8"));
        var before = await Kept();
        var of = async (string forwarded) =>
        {
            var context = await busy.Server.SendAsync(request =>
            {
                request.Request.Method = "POST";
                request.Request.Path = "/api/enquiries";
                request.Request.Host = new("localhost");
                request.Request.ContentType = "application/json";
                request.Request.Headers["X-Forwarded-For"] = forwarded;
                request.Request.Body = new MemoryStream(Encoding.UTF8.GetBytes(Written().ToJsonString()));
                request.Connection.RemoteIpAddress = IPAddress.Parse("10.1.2.3");
            });
            return (context.Response.StatusCode, Retry: context.Response.Headers.RetryAfter.ToString());
        };
        var answers = new List<(int StatusCode, string Retry)>();
        for (var time = 0; time < 50; time++)
        {
            answers.Add(await of("203.0.113.7"));
        }

        Assert.Equal([(201, 10), (429, 40)], answers.GroupBy(answer => answer.StatusCode).Select(same => (same.Key, same.Count())));
        Assert.InRange(int.Parse(answers[^1].Retry, System.Globalization.CultureInfo.InvariantCulture), 1, 3600);
        Assert.Equal(201, (await of("203.0.113.8")).StatusCode);
        Assert.Equal(before + 11, await Kept());
    }

    [Fact]
    public async Task What_nobody_trusts_does_not_say_who_asks()
    {
        await using var open = PlanServer.Application(server.Database.Address, ("Plan:Enquiries:PerHourOfAddress", "1"));
        using var own = open.CreateClient();
        var statuses = new List<HttpStatusCode>();
        foreach (var forwarded in new[] { "203.0.113.1", "203.0.113.2" })
        {
            var request = new HttpRequestMessage(HttpMethod.Post, "/api/enquiries") { Content = JsonContent.Create(Written()), Headers = { { "X-Forwarded-For", forwarded } } };
            statuses.Add((await own.SendAsync(request, TestContext.Current.CancellationToken)).StatusCode);
        }

        Assert.Equal([HttpStatusCode.Created, HttpStatusCode.TooManyRequests], statuses);
    }

    [Fact]
    public async Task Is_deleted_when_its_time_is_over()
    {
        var (_, receipt) = await Send(Written());
        await server.Database.Execute($"update enquiry.enquiry set received_at = now() - interval '31 days', kept_until = now() - interval '1 second' where reference = '{receipt["reference"]}'");
        var link = new Uri((string)receipt["delete_url"]!).PathAndQuery;
        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync(link, TestContext.Current.CancellationToken)).StatusCode);

        // A server looks at its start, and then again and again.
        await using var other = PlanServer.Application(server.Database.Address);
        using var starts = other.CreateClient();
        for (var until = DateTime.UtcNow.AddSeconds(10); DateTime.UtcNow < until; await Task.Delay(50, TestContext.Current.CancellationToken))
        {
            if (await server.Database.Ask<long>($"select count(*) from enquiry.enquiry where reference = '{receipt["reference"]}'") == 0)
            {
                return;
            }
        }

        Assert.Fail("the enquiry is kept beyond its time");
    }

    [Fact]
    public async Task The_form_is_told_for_how_long_it_is_kept() =>
        Assert.Equal("""{"keep_days":30,"least_ms":3000}""", await client.GetStringAsync("/api/enquiries", TestContext.Current.CancellationToken));

    public async ValueTask DisposeAsync()
    {
        client.Dispose();
        await application.DisposeAsync();
    }
}
