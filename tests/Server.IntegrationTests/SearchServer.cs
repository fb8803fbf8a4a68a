using System.Diagnostics;
using System.Text.Json.Nodes;

namespace SpatialPlan.Server.IntegrationTests;

/// <summary>The application with a few lines of text of our own, and the table of pinyin that the build makes.</summary>
public sealed class SearchServer(PlanDatabases databases) : IAsyncLifetime
{
    /// <summary>What a machine may take that does much else: that search hears of a revision is asked here, how soon is a question of the bench.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    public PlanServer Server { get; } = new(databases);

    public async ValueTask InitializeAsync()
    {
        await Server.InitializeAsync();
        await PlanText.Load(Server.Database, PlanText.Bytes(PlanText.OfOurOwn));
    }

    /// <summary>The answer of an index that knows the database as it stands.</summary>
    public async Task<JsonNode> Search(string words, int limit = 50)
    {
        var revision = await Server.Database.Ask<long>("select value from plan.revision");
        var asked = Stopwatch.StartNew();
        while (true)
        {
            var answer = await Server.Get($"/api/search?limit={limit}&q={Uri.EscapeDataString(words)}");
            if ((long)answer["revision"]! == revision)
            {
                return answer;
            }

            Assert.True(asked.Elapsed < Patience, "search does not hear of the new revision");
            await Task.Delay(50, TestContext.Current.CancellationToken);
        }
    }

    /// <summary>Search by sound needs the table; a build without it is a fault of the set-up, not of a test.</summary>
    public async Task<IReadOnlyList<string>> Codes(string words)
    {
        var answer = await Search(words);
        Assert.True((bool)answer["pinyin"]!, "There is no table of pinyin: node scripts/pinyin.mjs makes it, and npm test does so.");
        return [.. answer["features"]!.AsArray().Select(feature => (string)feature!["code"]!)];
    }

    public ValueTask DisposeAsync() => Server.DisposeAsync();
}
