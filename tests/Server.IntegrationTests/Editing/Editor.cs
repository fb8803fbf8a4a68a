using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using SpatialPlan.Server.Accounts;

namespace SpatialPlan.Server.IntegrationTests.Editing;

/// <summary>What was answered to a program that edits.</summary>
public sealed record Edited(HttpStatusCode Status, JsonNode? Json, HttpResponseHeaders Headers, HttpContentHeaders ContentHeaders)
{
    public string? Code => (string?)Json?["code"];

    public string? Tag => Headers.ETag?.ToString();

    /// <summary>The code of what was made, from its address.</summary>
    public string Made => Headers.Location!.ToString().Split("/items/")[1];

    public Edited Must(HttpStatusCode status, string? code = null)
    {
        Assert.True(Status == status && (code is null || Code == code), $"{Status} and not {status} {code}: {Json?.ToJsonString()}");
        return this;
    }
}

/// <summary>A program with the token of somebody, as a GIS edits.</summary>
public static class Editor
{
    public const string GeoJson = "application/geo+json";
    public const string Patch = "application/merge-patch+json";

    /// <summary>A client with a token of an account that is made with these roles.</summary>
    public static async Task<HttpClient> Program(this PlanServer server, string name, params string[] roles)
    {
        await server.AddAccount(name, roles.Length > 0 ? roles : [Role.Staff]);
        return server.NewClient().With(await server.Token(name));
    }

    public static HttpClient With(this HttpClient client, string token)
    {
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"token:{token}")));
        return client;
    }

    public static async Task<Edited> Edit(this HttpClient client, HttpMethod method, string address, string? body = null, string? type = null, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, address);
        if (body is not null)
        {
            request.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
            request.Content.Headers.TryAddWithoutValidation("Content-Type", type ?? (method == HttpMethod.Patch ? Patch : GeoJson));
        }

        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        using var answer = await client.SendAsync(request, TestContext.Current.CancellationToken);
        var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.NotEqual(HttpStatusCode.InternalServerError, answer.StatusCode);
        return new Edited(answer.StatusCode, text.Length > 0 && answer.Content.Headers.ContentType?.MediaType?.Contains("json", StringComparison.Ordinal) == true ? JsonNode.Parse(text) : null, answer.Headers, answer.Content.Headers);
    }

    public static Task<Edited> Read(this HttpClient client, string address, params (string Name, string Value)[] headers) => client.Edit(HttpMethod.Get, address, headers: headers);

    /// <summary>The codes on a page.</summary>
    public static async Task<List<string>> Codes(this HttpClient client, string address) =>
        [.. (await client.Read(address)).Must(HttpStatusCode.OK).Json!["features"]!.AsArray().Select(feature => (string)feature!["id"]!)];

    public static string Feature(string properties, string geometry = """{"type":"Point","coordinates":[116.65,35.42]}""", string more = "") =>
        $$"""{"type":"Feature","geometry":{{geometry}},"properties":{{{properties}}}{{more}}}""";
}
