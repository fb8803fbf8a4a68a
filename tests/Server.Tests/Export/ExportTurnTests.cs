using SpatialPlan.Server.Export;
using SpatialPlan.Server.Web;
using Xunit;

namespace SpatialPlan.Server.Tests.Export;

/// <summary>Who makes an export, who waits, and who is asked to come back.</summary>
public sealed class ExportTurnTests
{
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;

    [Fact]
    public async Task So_many_work_so_many_wait_and_the_next_is_refused()
    {
        var turns = new ExportTurns(atOnce: 2, waiting: 8);
        var working = new List<IDisposable>();
        for (var number = 0; number < 2; number++)
        {
            working.Add(await turns.Take($"client {number}", Cancel).WaitAsync(TimeSpan.FromSeconds(5), Cancel));
        }

        var waiting = Enumerable.Range(2, 8).Select(number => turns.Take($"client {number}", Cancel)).ToList();
        Assert.All(waiting, turn => Assert.False(turn.IsCompleted));
        await IsRefused(turns, "another");

        // Each turn that ends is the next one's, in the order of their coming, and makes room for one to wait.
        for (var number = 0; number < waiting.Count; number++)
        {
            working[number].Dispose();
            working.Add(await waiting[number].WaitAsync(TimeSpan.FromSeconds(5), Cancel));
            Assert.All(waiting.Skip(number + 1), turn => Assert.False(turn.IsCompleted));
        }

        Assert.False(turns.Take("another", Cancel).IsCompleted);
    }

    [Fact]
    public async Task One_client_has_half_of_the_turns_and_half_of_the_queue()
    {
        var turns = new ExportTurns(atOnce: 2, waiting: 8);
        var first = await turns.Take("greedy", Cancel);
        var queue = Enumerable.Range(0, 4).Select(_ => turns.Take("greedy", Cancel)).ToList();
        Assert.All(queue, turn => Assert.False(turn.IsCompleted));
        await IsRefused(turns, "greedy");

        // Others come first while it has its share, and it goes on where it ends.
        var other = turns.Take("modest", Cancel);
        Assert.True(other.IsCompletedSuccessfully);
        (await other).Dispose();
        Assert.All(queue, turn => Assert.False(turn.IsCompleted));
        first.Dispose();
        await queue[0].WaitAsync(TimeSpan.FromSeconds(5), Cancel);
    }

    [Fact]
    public async Task Who_leaves_the_queue_makes_room()
    {
        var turns = new ExportTurns(atOnce: 1, waiting: 1);
        var first = await turns.Take("a", Cancel);
        using var leaving = new CancellationTokenSource();
        var second = turns.Take("b", leaving.Token);
        await leaving.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => second);
        var third = turns.Take("c", Cancel);
        Assert.False(third.IsCompleted);
        first.Dispose();
        first.Dispose();
        (await third.WaitAsync(TimeSpan.FromSeconds(5), Cancel)).Dispose();
        (await turns.Take("d", Cancel)).Dispose();
    }

    private static async Task IsRefused(ExportTurns turns, string client)
    {
        var refused = await Assert.ThrowsAsync<RequestException>(() => turns.Take(client, Cancel));
        Assert.Equal((429, "too-many-exports"), (refused.Status, refused.Code));
    }
}
