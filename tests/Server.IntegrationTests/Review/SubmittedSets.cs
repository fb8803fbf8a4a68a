using System.Globalization;
using System.Net;
using SpatialPlan.Server.IntegrationTests.Changes;

namespace SpatialPlan.Server.IntegrationTests.Review;

/// <summary>A change set as it was last answered; code and version are those of the feature that it is about, where a test says which.</summary>
public sealed record SetUnderTest(long Id, string? Tag, string Code, int Version)
{
    public string Address => $"/api/change-sets/{Id}";
}

/// <summary>Change sets to be reviewed: of what a test gives, or with a place for a project that has none.</summary>
public static class SubmittedSets
{
    /// <summary>A project without a place that was in no set yet: what was placed once and undone has had that place, too.</summary>
    public static async Task<(string Code, int Version)> Unplaced(this PlanServer server)
    {
        var found = (await server.Database.Rows("select f.code, f.version from published.projects f where f.geom is null and not exists (select from plan.change_item i where i.code = f.code) order by f.code limit 1"))[0].Split('|');
        return (found[0], int.Parse(found[1], CultureInfo.InvariantCulture));
    }

    /// <summary>The body of a set of features, with what else it says.</summary>
    public static string Body(string features, string more = "", string title = "t") => $$"""{"title":"{{title}}","basis":"document 7",{{more}}"features":[{{features}}]}""";

    /// <summary>A project that is given a place, with what else is changed of it.</summary>
    public static string Place(string code, int version, double longitude = 116.61, int accuracy = 50, string more = "") => $$$"""
        {"collection":"projects","code":"{{{code}}}","based_on":{{{version}}},
         "properties":{{{{more}}}"placement":"stated","accuracy_m":{{{accuracy}}},"placement_reason_zh":"依据文件","placement_reason_en":"By a document"},
         "geometry":{"type":"Point","coordinates":[{{{longitude.ToString(CultureInfo.InvariantCulture)}}},35.42]}}
        """;

    /// <summary>The set that was answered.</summary>
    public static SetUnderTest AsSet(this Written answer, string code = "", int version = 0) => new((long)answer.Json!["id"]!, answer.Tag, code, version);

    public static async Task<SetUnderTest> Draft(this HttpClient author, string body, string code = "", int version = 0) =>
        (await author.Post("/api/change-sets", body)).Must(HttpStatusCode.Created).AsSet(code, version);

    public static async Task<SetUnderTest> Draft(this PlanServer server, HttpClient author, double longitude = 116.61)
    {
        var (code, version) = await server.Unplaced();
        return await author.Draft(Body(Place(code, version, longitude), title: $"a place for {code}"), code, version);
    }

    public static async Task<SetUnderTest> Submitted(this PlanServer server, HttpClient author, double longitude = 116.61) =>
        await Act(author, await server.Draft(author, longitude), "submit");

    /// <summary>What one proposes and another approves.</summary>
    public static async Task<SetUnderTest> Approved(HttpClient author, HttpClient reviewer, string body) =>
        await reviewer.Act(await author.Act(await author.Draft(body), "submit"), "approve");

    /// <summary>The set after an action that must be allowed.</summary>
    public static async Task<SetUnderTest> Act(this HttpClient client, SetUnderTest set, string action, string? body = null) =>
        set with { Tag = (await client.Post($"{set.Address}/{action}", body, set.Tag)).Must(HttpStatusCode.OK).Tag };
}
