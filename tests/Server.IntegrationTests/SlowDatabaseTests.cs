using System.Net;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace SpatialPlan.Server.IntegrationTests;

/// <summary>A database that takes its time at connect ends nobody: not the process, and no work beside requests for good.</summary>
public sealed class SlowDatabaseTests(PlanDatabases databases)
{
    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(90);

    /// <summary>With two seconds for each word whether something is given up depends on who comes first; with four it is.</summary>
    [Theory]
    [InlineData(2, false)]
    [InlineData(4, true)]
    public async Task A_server_whose_database_replies_late_says_what_fails_lives_on_and_is_ready_when_it_is_quick_again(double seconds, bool isGivenUp)
    {
        await using var database = await databases.Loaded();
        await using var relay = new Relay(database.Address) { Delay = TimeSpan.FromSeconds(seconds) };
        await using var application = PlanServer.Application(relay.Address, ("Plan:MigrateAndLoadAtStart", "true"));
        var client = application.CreateClient();
        var stopping = application.Services.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping;
        Assert.False(stopping.IsCancellationRequested, "the slow database ended the server");

        // Whoever waits for the types that another connection reads is given up before the database has said them.
        var failing = await Until(client, answer => Failing(answer).Count > 0 || !isGivenUp);
        Assert.All(Failing(failing), work =>
        {
            Assert.Contains((string)work!["code"]!, new[] { "database-away", "too-slow" });
            Assert.True((DateTimeOffset)work["since"]! <= DateTimeOffset.UtcNow);
            Assert.True((int)work["attempts"]! >= 1);
        });
        await Task.Delay(TimeSpan.FromSeconds(12), TestContext.Current.CancellationToken);
        Assert.False(stopping.IsCancellationRequested, "the slow database ended the server");

        relay.Delay = TimeSpan.Zero;
        await Until(client, answer => (string?)answer["status"] == "ready" && Failing(answer).Count == 0);
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/api/search?q=%E8%93%BC%E6%B2%B3", TestContext.Current.CancellationToken)).StatusCode);
        Assert.False(stopping.IsCancellationRequested);
    }

    private static JsonArray Failing(JsonNode answer) => (answer["failing"] ?? answer["args"]?["failing"])?.AsArray() ?? [];

    private static async Task<JsonNode> Until(HttpClient client, Func<JsonNode, bool> isSo)
    {
        var deadline = DateTime.UtcNow + Deadline;
        while (true)
        {
            var response = await client.GetAsync("/health/ready", TestContext.Current.CancellationToken);
            var answer = JsonNode.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!;
            if (isSo(answer))
            {
                return answer;
            }

            Assert.True(DateTime.UtcNow < deadline, $"it did not happen: {answer}");
            await Task.Delay(100, TestContext.Current.CancellationToken);
        }
    }
}
