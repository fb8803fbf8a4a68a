using System.Collections.Frozen;
using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http.HttpResults;
using SpatialPlan.Server.Accounts;
using SpatialPlan.Server.Catalogue;
using SpatialPlan.Server.Database;
using SpatialPlan.Server.Ogc;
using SpatialPlan.Server.Web;
using SpatialPlan.Server.Writing;

namespace SpatialPlan.Server.Review;

/// <summary>
/// The change sets that wait for review, the newest first: by whose they are to review, by author and age, and by
/// what they contain, in the filter language of items. With the numbers of those that are mine, nobody's and others'.
/// </summary>
public sealed class QueueEndpoints(PlanDatabase database, CollectionFinder collections)
{
    private const int MostListed = 100;

    /// <summary>The schema of what change sets under review contain, one view a collection.</summary>
    private const string Submitted = "submitted";

    private const string Asked = "asked";
    private static readonly string[] Claims = ["mine", "nobody", "others", "waiting", Asked];
    private static readonly string[] Severities = ["error", "warning", "info"];
    private static readonly string[] Contests = ["any", "open"];
    private static readonly string[] OfContents = ["bbox", "bbox-crs", .. FilterParameter.Names];
    private static readonly FrozenSet<string> Parameters =
        FrozenSet.Create(["before", "limit", "claimed", "author", "submitted-before", "collection", "rule", "severity", "contested", .. OfContents]);

    public async Task<ContentHttpResult> List(Actor actor, HttpContext context)
    {
        var cancel = context.RequestAborted;
        var query = QueryReader.Of(context.Request.Query, Parameters);
        var asked = new JsonObject
        {
            ["before"] = query.Number("before"),
            ["claimed"] = Claimed(query, actor),
            ["rule"] = query.Find("rule"),
            ["severity"] = OneOf(query, "severity", Severities),
            ["contested"] = OneOf(query, "contested", Contests),
            ["author"] = query.Find("author"),
            ["submitted_before"] = Moment(query, "submitted-before"),
        };
        await using var connection = await database.Staff.OpenConnectionAsync(cancel);
        if (Contents(context.Request.Query, query) is { } statement)
        {
            await using var command = statement.Command(connection);
            await using var reader = await command.ExecuteReaderAsync(cancel);
            var among = new JsonArray();
            while (await reader.ReadAsync(cancel))
            {
                among.Add(reader.GetInt64(0));
            }

            asked["among"] = among;
        }

        var most = query.Limit(MostListed, MostListed);
        return JsonText.Answer((await connection.Call("queue($1, $2, $3, $4)", cancel, actor.WrittenAs, actor.Roles, asked, most))!.AsObject());
    }

    public async Task<ContentHttpResult> Reviewers(HttpContext context)
    {
        QueryReader.Of(context.Request.Query, FrozenSet<string>.Empty);
        await using var connection = await database.Staff.OpenConnectionAsync(context.RequestAborted);
        return JsonText.Answer(new JsonObject { ["reviewers"] = await connection.Call("reviewers()", context.RequestAborted) });
    }

    /// <summary>Which sets contain a feature of these collections that the filter finds; null when nothing of it is asked.</summary>
    private Statement? Contents(IQueryCollection given, QueryReader query)
    {
        if (query.Find("collection") is null && OfContents.All(name => query.Find(name) is null))
        {
            return null;
        }

        var asked = new QueryCollection(given.Where(parameter => OfContents.Contains(parameter.Key)).ToDictionary(parameter => parameter.Key, parameter => parameter.Value));
        var named = collections.All.Where(collection => collection.PublishedSchema == "published").ToList();
        if (query.Find("collection") is { } only)
        {
            named = named.FindAll(collection => collection.Id == only) is { Count: > 0 } one ? one : throw RequestException.Unknown("collection-unknown", new { collection = only });
        }

        // A collection without a property that the filter names has nothing that it finds.
        var selections = FeatureSelection.ReadShared(named.Select(InReview), named, QueryReader.Of(asked, OfContents.ToFrozenSet())).Where(selection => selection.Ignored.Count == 0).ToList();
        var statement = new Statement();
        var parts = selections.ConvertAll(selection =>
        {
            var conditions = FeatureSql.Conditions(selection, statement).Concat(selection.Filters.Select(filter => filter.Condition(statement)));
            return $"select f.change_set from {selection.Collection.Published} f {FeatureSql.Where(conditions)}";
        });
        return statement.Append(parts.Count > 0 ? string.Join("\nunion\n", parts) : "select 0::bigint where false");
    }

    /// <summary>Who does not review sees what waits for the word of their departments, and nothing else of the queue.</summary>
    private static string? Claimed(QueryReader query, Actor actor) => OneOf(query, "claimed", Claims) switch
    {
        var claimed when actor.Is(Role.Reviewer) => claimed,
        null or Asked => Asked,
        _ => throw new RequestException(StatusCodes.Status403Forbidden, "not-allowed", new { roles = new[] { Role.Reviewer } }),
    };

    private static string? OneOf(QueryReader query, string name, string[] known) =>
        query.Find(name) is not { } value ? null : known.Contains(value) ? value : throw QueryReader.Invalid(name, value, known);

    private static CollectionDefinition InReview(CollectionDefinition collection) => collection with { PublishedSchema = Submitted };

    private static string? Moment(QueryReader query, string name) => query.Find(name) switch
    {
        null => null,
        var text when DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment) => moment.ToUniversalTime().ToString("O", CultureInfo.InvariantCulture),
        var text => throw QueryReader.Invalid(name, text, "RFC 3339"),
    };
}
