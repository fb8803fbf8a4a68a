using System.Collections.Frozen;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Options;
using SpatialPlan.Server.Cql2;
using SpatialPlan.Server.Database;
using SpatialPlan.Server.Web;

namespace SpatialPlan.Server.Ogc;

/// <summary>
/// Which features of the small collections a filter matches, for a client that holds them and leaves the language to the
/// server: by collection the codes, null where no condition acts on it or where it is too large to list.
/// </summary>
public sealed class FilterMatches(CollectionFinder collections, PlanDatabase database, IOptions<PlanOptions> options)
{
    private static readonly FrozenSet<string> Parameters = FilterParameter.Names.Concat(["collections", "datetime", "f"]).ToFrozenSet();

    /// <summary>
    /// The same for somebody who is still writing: that a text is no filter yet is an answer and not a failed request, so
    /// it is 200 with the problem in it.
    /// </summary>
    public async Task<IResult> Check(HttpContext context)
    {
        try
        {
            return await Matches(context);
        }
        catch (RequestException refusal) when (refusal.Code.StartsWith(FilterParameter.Codes, StringComparison.Ordinal))
        {
            var problem = new JsonObject { ["code"] = refusal.Code, ["args"] = JsonSerializer.SerializeToNode(refusal.Args, JsonText.Format) };
            return JsonText.Answer(new JsonObject { ["revision"] = RevisionFilter.Of(context).Number, ["problem"] = problem });
        }
    }

    public async Task<IResult> Matches(HttpContext context)
    {
        var query = QueryReader.Of(context.Request.Query, Parameters);
        var given = FilterParameter.Read(query) ?? throw RequestException.Malformed("parameter-missing", new { parameter = "filter" });
        var selections = FeatureSelection.ReadShared(collections.Named(query.Find("collections")), collections.All, query);
        if (RevisionFilter.IsHeld(context))
        {
            return RevisionFilter.Unchanged;
        }

        var found = await Find([.. selections.Where(Acts)], context.RequestAborted);
        var answer = new JsonObject
        {
            ["revision"] = RevisionFilter.Of(context).Number,
            ["filter"] = TextPrinter.Print(given.Tree),
            ["collections"] = new JsonObject(selections.Select(selection => KeyValuePair.Create<string, JsonNode?>(selection.Collection.Id, Describe(selection, found)))),
        };
        return JsonText.Answer(answer);
    }

    private static bool Acts(FeatureSelection selection) => selection is { Filters.Count: > 0 } or { Condition: not null };

    private static JsonObject Describe(FeatureSelection selection, Dictionary<string, string[]?> found)
    {
        var codes = found.GetValueOrDefault(selection.Collection.Id);
        return new JsonObject
        {
            ["codes"] = codes is null ? null : JsonSerializer.SerializeToNode(codes),
            ["ignored"] = JsonSerializer.SerializeToNode(selection.Ignored),
            ["too_large"] = codes is null && Acts(selection),
        };
    }

    /// <summary>One statement for all, so that they are of one moment.</summary>
    private async Task<Dictionary<string, string[]?>> Find(IReadOnlyList<FeatureSelection> selections, CancellationToken cancel)
    {
        var found = new Dictionary<string, string[]?>();
        if (selections.Count == 0)
        {
            return found;
        }

        var statement = new Statement();
        var most = statement.Parameter(options.Value.LargeCollection);
        var parts = selections.Select(selection =>
        {
            var table = $"{selection.Collection.Published} f";
            var conditions = FeatureSql.Conditions(selection, statement).Concat(selection.Filters.Select(filter => filter.Condition(statement)));
            return $"select '{selection.Collection.Id}', case when {LargeTable.Is(selection.Collection.Published, most)} then null else array(select f.code from {table} {FeatureSql.Where(conditions)} order by f.code) end";
        });
        statement.Append(string.Join("\nunion all\n", parts.ToList()));
        await using var command = statement.Command(database.Public);
        await using var reader = await command.ExecuteReaderAsync(cancel);
        while (await reader.ReadAsync(cancel))
        {
            found.Add(reader.GetString(0), reader.IsDBNull(1) ? null : reader.GetFieldValue<string[]>(1));
        }

        return found;
    }
}
