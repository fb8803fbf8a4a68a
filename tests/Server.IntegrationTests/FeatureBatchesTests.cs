using System.Net;
using System.Text.Json.Nodes;
using Npgsql;

namespace SpatialPlan.Server.IntegrationTests;

/// <summary>Features asked for at the same time go along with each other, and nobody notices.</summary>
public sealed class FeatureBatchesTests(UnchangedPlan server) : IClassFixture<UnchangedPlan>
{
    private const string Projects = "/ogc/collections/projects/items";

    [Fact]
    public async Task A_crowd_gets_each_its_own()
    {
        var codes = await server.Codes($"{Projects}?limit=100");
        var asked = Enumerable.Range(0, 400).Select(number => codes[number % codes.Count]).ToList();
        var answers = await Task.WhenAll(asked.Select((code, number) => server.Get($"{Projects}/{code}?crs={Crs(number)}")));
        Assert.Equal(asked, answers.Select(answer => (string)answer["id"]!));
        Assert.All(answers.Index().GroupBy(answer => (asked[answer.Index], answer.Index % 2)), same => Assert.Single(same.Select(answer => answer.Item["geometry"]?.ToJsonString()).Distinct()));
    }

    [Fact]
    public async Task One_that_is_odd_or_unknown_is_told_so_and_no_other()
    {
        string[] codes = ["project-4-1-1", "no-such-project", "project-4-1-2", "a%01b", "%E9%AB%98", "project-4-1-1%20", new string('x', 101), "project-4-1-3"];
        var answers = await Task.WhenAll(Enumerable.Range(0, 80).Select(number => server.Send($"{Projects}/{codes[number % codes.Length]}")));
        foreach (var (number, answer) in answers.Index())
        {
            var isKnown = number % codes.Length is 0 or 2 or 7;
            Assert.True(isKnown == answer.IsSuccessStatusCode, $"{codes[number % codes.Length]} is {answer.StatusCode}");
            Assert.True(isKnown || answer.StatusCode is HttpStatusCode.NotFound or HttpStatusCode.BadRequest);
        }
    }

    [Fact]
    public async Task One_that_cannot_be_written_in_a_CRS_spoils_no_other()
    {
        await using var database = await server.Clone();
        await database.AllowRewriting("projects");
        await database.Execute("""
            update feature.projects set placement = 'surveyed', geom = ST_SetSRID(ST_MakePoint(27, 0), 4490) where code = 'project-4-1-1' and recorded_to is null;
            select plan.raise_revision();
            """);
        await using var application = PlanServer.Application(database.Address);
        using var client = application.CreateClient();
        var codes = new[] { "project-4-1-1", "project-4-1-2" };
        var answers = await Task.WhenAll(Enumerable.Range(0, 40).Select(number => client.GetAsync($"{Projects}/{codes[number % 2]}?crs={Crs(1)}", TestContext.Current.CancellationToken)));
        Assert.All(answers.Where((_, number) => number % 2 == 0), answer => Assert.NotEqual(HttpStatusCode.OK, answer.StatusCode));
        Assert.All(answers.Where((_, number) => number % 2 == 1), answer => Assert.Equal(HttpStatusCode.OK, answer.StatusCode));
    }

    [Fact]
    public async Task Everybody_is_told_when_the_database_does_not_answer_and_served_when_it_does()
    {
        await using var database = await server.Clone();
        await using var application = PlanServer.Application(database.Address);
        using var client = application.CreateClient();
        Task<HttpResponseMessage[]> Crowd() => Task.WhenAll(Enumerable.Range(0, 100).Select(_ => client.GetAsync($"{Projects}/project-4-1-1", TestContext.Current.CancellationToken)));
        Assert.All(await Crowd(), answer => Assert.Equal(HttpStatusCode.OK, answer.StatusCode));
        await using (var source = NpgsqlDataSource.Create(database.Address))
        await using (var connection = await source.OpenConnectionAsync(TestContext.Current.CancellationToken))
        {
            await using var locked = new NpgsqlCommand("begin; lock table feature.projects in access exclusive mode", connection);
            await locked.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
            Assert.All(await Crowd(), answer => Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode));
        }

        Assert.All(await Crowd(), answer => Assert.Equal(HttpStatusCode.OK, answer.StatusCode));
    }

    private static string Crs(int number) => Uri.EscapeDataString($"http://www.opengis.net/def/crs/EPSG/0/{(number % 2 == 0 ? 4490 : 4548)}");
}
