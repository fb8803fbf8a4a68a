using System.Net;
using System.Net.Http.Json;
using Microsoft.Extensions.DependencyInjection;
using SpatialPlan.Server.Accounts;

namespace SpatialPlan.Server.IntegrationTests.Accounts;

/// <summary>Ten thousand attempts are some dozens that count, and the right password is of no use meanwhile.</summary>
public sealed class GuessingTests(PlanServer server) : IClassFixture<PlanServer>
{
    [Fact]
    public async Task Ten_thousand_attempts_are_thirty_and_lock_the_account()
    {
        await using var scope = server.Services.CreateAsyncScope();
        var (_, password) = await scope.ServiceProvider.GetRequiredService<AccountChanges>().Add(Doer.Operator, "target", [Role.Viewer]);
        using var page = server.Page();
        var answers = new Dictionary<HttpStatusCode, int>();
        await Parallel.ForEachAsync(Enumerable.Range(0, 10_000), TestContext.Current.CancellationToken, async (number, cancel) =>
        {
            var answer = await page.PostAsJsonAsync("/api/account/sign-in", new { name = "target", password = $"guess number {number}" }, cancel);
            if (answer.StatusCode == HttpStatusCode.TooManyRequests)
            {
                Assert.InRange(answer.Headers.RetryAfter!.Delta!.Value, TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(1));
            }

            lock (answers)
            {
                answers[answer.StatusCode] = answers.GetValueOrDefault(answer.StatusCode) + 1;
            }
        });

        // A window of a minute may begin anew meanwhile.
        Assert.Equal([HttpStatusCode.Unauthorized, HttpStatusCode.TooManyRequests], answers.Keys.Order());
        Assert.InRange(answers[HttpStatusCode.Unauthorized], SignIn.MostFailures, 3 * SignInLimits.MostAMinute);
        Assert.True(await server.Database.Ask<bool>("select lockout_end > now() + interval '10 minutes' from account.account where name = 'target'"));
        Assert.Equal(SignIn.MostFailures, await server.Database.Ask<long>("select count(*) from account.event where detail ->> 'why' = 'wrong-password'"));

        await using var other = PlanServer.Application(server.Database.Address);
        using var elsewhere = other.CreateClient(new() { HandleCookies = false });
        Assert.Equal(HttpStatusCode.Unauthorized, (await elsewhere.PostAsJsonAsync("/api/account/sign-in", new { name = "target", password }, TestContext.Current.CancellationToken)).StatusCode);
        await server.Database.Execute("update account.account set lockout_end = now() - interval '1 second' where name = 'target'");
        Assert.Equal(HttpStatusCode.OK, (await elsewhere.PostAsJsonAsync("/api/account/sign-in", new { name = "target", password }, TestContext.Current.CancellationToken)).StatusCode);
    }
}
