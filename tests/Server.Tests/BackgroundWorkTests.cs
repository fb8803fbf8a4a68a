using Microsoft.Extensions.Logging.Abstractions;
using SpatialPlan.Server.Database;
using Xunit;

namespace SpatialPlan.Server.Tests;

/// <summary>Work beside requests is done again whatever it threw, and says that it fails only as long as it does.</summary>
public sealed class BackgroundWorkTests
{
    public static TheoryData<Exception> Faults =>
        [new TimeoutException(), new IOException(), new InvalidOperationException("a fault of ours"), new OperationCanceledException("of somebody else's deadline")];

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task Whatever_it_throws_it_is_called_again_and_is_well_when_it_succeeds(Exception fault)
    {
        var states = new WorkStates();
        using var work = new FailingOnce(fault, states);
        await work.StartAsync(TestContext.Current.CancellationToken);
        await work.Failed.Task.WaitAsync(TimeSpan.FromSeconds(10), TestContext.Current.CancellationToken);
        var (name, failure) = Assert.Single(states.Failing);
        Assert.Equal(("a-work", 1, fault), (name, failure.Attempts, failure.Fault));

        work.MaySucceed.SetResult();
        await work.ExecuteTask!.WaitAsync(TimeSpan.FromSeconds(10), TestContext.Current.CancellationToken);
        Assert.Empty(states.Failing);
        Assert.Equal(2, work.Calls);
    }

    [Fact]
    public void A_failure_is_new_when_its_reason_is_and_is_dated_from_the_first()
    {
        var states = new WorkStates();
        var first = states.Failed("a-work", new TimeoutException("one"));
        var again = states.Failed("a-work", new TimeoutException("one"));
        var other = states.Failed("a-work", new TimeoutException("two"));
        Assert.Equal((true, false, true), (first.IsNew, again.IsNew, other.IsNew));
        Assert.Equal((first.Since, 3), (other.Since, other.Attempts));
        Assert.Equal(other, states.IsWell("a-work"));
        Assert.Null(states.IsWell("a-work"));
    }

    private sealed class FailingOnce(Exception fault, WorkStates states) : BackgroundWork(states, NullLogger.Instance)
    {
        public TaskCompletionSource Failed { get; } = new();

        public TaskCompletionSource MaySucceed { get; } = new();

        public int Calls { get; private set; }

        protected override string Name => "a-work";

        protected override async Task Work(CancellationToken cancel)
        {
            if (++Calls == 1)
            {
                throw fault;
            }

            Failed.SetResult();
            await MaySucceed.Task;
        }
    }
}
