using System.Net;
using System.Text;
using System.Text.Json.Nodes;

namespace SpatialPlan.Server.IntegrationTests.Changes;

/// <summary>What was answered to a request that writes.</summary>
public sealed record Written(HttpStatusCode Status, JsonNode? Json, string? Tag)
{
    public string? Code => (string?)Json?["code"];

    public Written Must(HttpStatusCode status)
    {
        Assert.True(Status == status, $"{Status} and not {status}: {Json?.ToJsonString()}");
        return this;
    }
}

/// <summary>Requests that write, as a client sends them.</summary>
public static class Writes
{
    public static Task<Written> Post(this HttpClient client, string address, string? body = null, string? tag = null, string? key = null) => client.Write(HttpMethod.Post, address, body, tag, key);

    public static async Task<Written> Write(this HttpClient client, HttpMethod method, string address, string? body = null, string? tag = null, string? key = null)
    {
        using var request = new HttpRequestMessage(method, address);
        if (body is not null)
        {
            request.Content = new StringContent(body, Encoding.UTF8, "application/json");
        }

        if (tag is not null)
        {
            request.Headers.TryAddWithoutValidation("If-Match", tag);
        }

        if (key is not null)
        {
            request.Headers.TryAddWithoutValidation("Idempotency-Key", key);
        }

        var cancel = TestContext.Current.CancellationToken;
        using var answer = await client.SendAsync(request, cancel);
        var text = await answer.Content.ReadAsStringAsync(cancel);
        return new Written(answer.StatusCode, text.Length > 0 && answer.Content.Headers.ContentType?.MediaType?.Contains("json", StringComparison.Ordinal) == true ? JsonNode.Parse(text) : null, answer.Headers.ETag?.ToString());
    }

    public static Task<Written> Read(this HttpClient client, string address) => client.Write(HttpMethod.Get, address);
}
