using System.Diagnostics;
using System.Net;
using SpatialPlan.Server.Accounts;
using SpatialPlan.Server.IntegrationTests.Changes;

namespace SpatialPlan.Server.IntegrationTests.Review;

/// <summary>Whoever is concerned is told, and nobody else.</summary>
public sealed class NotificationTests(PlanServer server) : IClassFixture<PlanServer>
{
    [Fact]
    public async Task Those_whom_it_concerns_are_told_of_each_step_and_read_it()
    {
        using var staff = await server.SignIn("writes", Role.Staff);
        using var colleague = await server.SignIn("colleague", Role.Staff);
        using var one = await server.SignIn("one", Role.Reviewer);
        using var other = await server.SignIn("other", Role.Reviewer);
        var set = await server.Submitted(staff);
        Assert.Equal(["submitted writes"], await Told(one, set));
        set = await one.Act(set, "claim");
        (await one.Post($"{set.Address}/comments", """{"text":"Why?"}""")).Must(HttpStatusCode.Created);
        set = await one.Act(set, "return", """{"comment":"Say why."}""");
        Assert.Equal(["returned one", "commented one", "claimed one"], await Told(staff, set));
        set = await staff.Act(set, "submit");

        // It comes back to who has it, and to nobody else.
        Assert.Equal(["submitted writes", "submitted writes"], await Told(one, set));
        Assert.Equal(["submitted writes"], await Told(other, set));
        Assert.Empty(await Told(colleague, set));
        await one.Act(set, "approve");
        var told = (await staff.Read("/api/notifications")).Json!;
        Assert.Equal(("approved", "one", "approved", 4), ((string)told["notifications"]![0]!["kind"]!, (string)told["notifications"]![0]!["actor_name"]!, (string)told["notifications"]![0]!["state"]!, (int)told["unread"]!));

        var upTo = (long)told["notifications"]![1]!["id"]!;
        Assert.Equal(1, (int)(await staff.Post("/api/notifications/read", $$"""{"up_to":{{upTo}}}""")).Must(HttpStatusCode.OK).Json!["unread"]!);
        Assert.Equal(0, (int)(await staff.Post("/api/notifications/read", $$"""{"change_set":{{set.Id}}}""")).Must(HttpStatusCode.OK).Json!["unread"]!);
        Assert.Equal(2, (int)(await one.Read("/api/notifications")).Json!["unread"]!);
    }

    [Fact]
    public async Task An_open_page_of_somebody_is_told_within_two_seconds_and_that_of_nobody_is_not()
    {
        using var staff = await server.SignIn("submits", Role.Staff);
        using var reviewer = await server.SignIn("waits", Role.Reviewer);
        var set = await server.Draft(staff);
        using var somebody = await Stream(reviewer);
        using var nobody = await Stream(server.Client);
        await staff.Act(set, "submit");
        var clock = Stopwatch.StartNew();
        Assert.Equal("event: notifications", await Next(somebody));
        Assert.InRange(clock.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(2));
        await server.Database.Execute("select plan.raise_revision()");
        Assert.Equal("event: revision", await Next(nobody));
    }

    [Fact]
    public async Task Of_one_account_the_newest_five_hundred_are_kept()
    {
        using var staff = await server.SignIn("many", Role.Staff);
        using var reviewer = await server.SignIn("swamped", Role.Reviewer);
        var set = await server.Submitted(staff);
        await server.Database.Execute($"insert into plan.notification (account, kind, actor, change_set) select '{SignedIn.IdOf("swamped")}', 'commented', 'x', {set.Id} from generate_series(1, 600)");
        await server.Submitted(staff);
        Assert.Equal(500L, await server.Database.Ask<long>($"select count(*) from plan.notification where account = '{SignedIn.IdOf("swamped")}'"));
        Assert.Equal(100, (await reviewer.Read("/api/notifications")).Json!["notifications"]!.AsArray().Count);
        Assert.Equal(2, (await reviewer.Read("/api/notifications?limit=2")).Json!["notifications"]!.AsArray().Count);
    }

    [Theory]
    [InlineData("{}", "property-missing")]
    [InlineData("""{"up_to":0}""", "property-type")]
    [InlineData("""{"up_to":"all"}""", "property-type")]
    [InlineData("""{"account":"x"}""", "property-unknown")]
    public async Task What_cannot_be_read_is_refused(string body, string code)
    {
        using var viewer = await server.SignIn("viewer", Role.Viewer);
        Assert.Equal(code, (await viewer.Post("/api/notifications/read", body)).Must(HttpStatusCode.UnprocessableEntity).Code);
    }

    private static async Task<string[]> Told(HttpClient client, SetUnderTest set) =>
        [.. (await client.Read("/api/notifications")).Must(HttpStatusCode.OK).Json!["notifications"]!.AsArray()
            .Where(told => (long)told!["change_set"]! == set.Id).Select(told => $"{told!["kind"]} {told["actor_name"]}")];

    private static async Task<StreamReader> Stream(HttpClient client)
    {
        var cancel = TestContext.Current.CancellationToken;
        var answer = await client.GetAsync("/api/events", HttpCompletionOption.ResponseHeadersRead, cancel);
        var reader = new StreamReader(await answer.Content.ReadAsStreamAsync(cancel));
        Assert.Equal("event: revision", await Next(reader));
        return reader;
    }

    /// <summary>The next event; data and beats are passed by.</summary>
    private static async Task<string?> Next(StreamReader reader)
    {
        while (await reader.ReadLineAsync(TestContext.Current.CancellationToken) is { } line)
        {
            if (line.StartsWith("event:", StringComparison.Ordinal))
            {
                return line;
            }
        }

        return null;
    }
}
