namespace SpatialPlan.Server.IntegrationTests;

/// <summary>The requests that people are given to try (server/requests.http) are answered.</summary>
public sealed class RequestsFileTests(UnchangedPlan server) : IClassFixture<UnchangedPlan>
{
    [Fact]
    public async Task Every_request_to_try_is_answered()
    {
        var requests = (await File.ReadAllLinesAsync(Path.Combine(Repository.Root, "server", "requests.http"), TestContext.Current.CancellationToken))
            .Where(line => line.StartsWith("GET ", StringComparison.Ordinal))
            .Select(line => line.Replace("GET {{server}}", "", StringComparison.Ordinal))
            .ToList();
        Assert.True(requests.Count > 8);
        foreach (var request in requests)
        {
            Assert.Equal((request, true), (request, (await server.Send(request)).IsSuccessStatusCode));
        }
    }
}
