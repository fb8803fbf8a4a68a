using System.Globalization;
using System.Net;
using SpatialPlan.Server.IntegrationTests.Changes;

namespace SpatialPlan.Server.IntegrationTests.Review;

/// <summary>A change set as it was last answered, of one project.</summary>
public sealed record SetUnderTest(long Id, string? Tag, string Code, int Version)
{
    public string Address => $"/api/change-sets/{Id}";
}

/// <summary>Change sets to be reviewed: each gives a place to a project that has none and is under no review.</summary>
public static class SubmittedSets
{
    public static async Task<SetUnderTest> Draft(this PlanServer server, HttpClient author, double longitude = 116.61)
    {
        var found = (await server.Database.Rows("select f.code, f.version from published.projects f where f.geom is null and not exists (select from feature.projects o where o.code = f.code and o.review_state = 'in-review') order by random() limit 1"))[0].Split('|');
        var (code, version) = (found[0], int.Parse(found[1], CultureInfo.InvariantCulture));
        var made = (await author.Post("/api/change-sets", $$$"""
            {"title":"a place for {{{code}}}","basis":"document 7","features":[{"collection":"projects","code":"{{{code}}}","based_on":{{{version}}},
              "properties":{"placement":"stated","accuracy_m":50,"placement_reason_zh":"依据文件","placement_reason_en":"By a document"},
              "geometry":{"type":"Point","coordinates":[{{{longitude.ToString(CultureInfo.InvariantCulture)}}},35.42]}}]}
            """)).Must(HttpStatusCode.Created);
        return new SetUnderTest((long)made.Json!["id"]!, made.Tag, code, version);
    }

    public static async Task<SetUnderTest> Submitted(this PlanServer server, HttpClient author, double longitude = 116.61) =>
        await Act(author, await server.Draft(author, longitude), "submit");

    /// <summary>The set after an action that must be allowed.</summary>
    public static async Task<SetUnderTest> Act(this HttpClient client, SetUnderTest set, string action, string? body = null) =>
        set with { Tag = (await client.Post($"{set.Address}/{action}", body, set.Tag)).Must(HttpStatusCode.OK).Tag };
}
