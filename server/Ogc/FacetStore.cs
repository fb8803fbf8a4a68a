using Microsoft.Extensions.Options;
using SpatialPlan.Server.Catalogue;
using SpatialPlan.Server.Database;
using SpatialPlan.Server.Ogc.Counts;
using SpatialPlan.Server.Web;

namespace SpatialPlan.Server.Ogc;

/// <summary>
/// Facets in one statement: the features are looked at once, with a flag for each filter. A large collection of points
/// is counted from its index instead, when the filters allow.
/// </summary>
public sealed class FacetStore(PlanDatabase database, PointIndexes indexes, IOptions<PlanOptions> options)
{
    /// <summary>The answer as JSON.</summary>
    public async Task<string> Count(FeatureSelection selection, PlanRevision revision, CancellationToken cancel)
    {
        if (await indexes.Of(selection, revision, cancel) is { } index
            && index.Count > options.Value.LargeCollection && index.Dimensions.Cover(selection))
        {
            return await CountFacets.Count(index, selection, (property, value) => FindMajority(selection, property, value, cancel));
        }

        await using var command = CountStatement(selection).Command(database.Public);
        return (string)(await command.ExecuteScalarAsync(cancel))!;
    }

    /// <summary>The one feature with this value in a sum, found by its value and not by looking at all.</summary>
    private async Task<Majority?> FindMajority(FeatureSelection selection, PropertyDefinition property, double value, CancellationToken cancel)
    {
        var statement = new Statement();
        var conditions = FeatureSql.Conditions(selection, statement)
            .Concat(selection.Filters.Select(filter => filter.Condition(statement)))
            .Append($"f.{property.Name} = {statement.Parameter(value)}")
            .ToList();
        statement.Append($"select f.code from {FeatureSql.Source(selection.Collection, selection.AsOf, statement)}").Append(FeatureSql.Where(conditions)).Append("order by f.code limit 1");
        await using var command = statement.Command(database.FilteredTiles);
        return await command.ExecuteScalarAsync(cancel) is string code ? new Majority(code, value) : null;
    }

    /// <summary>
    /// Features that agree in all that is counted become one row with their number, so that each facet looks at some
    /// thousands of rows instead of a million.
    /// </summary>
    private static Statement CountStatement(FeatureSelection selection)
    {
        var (collection, statement) = (selection.Collection, new Statement());
        var own = selection.Filters.Where(filter => filter.Property.IsFacet)
            .Select((filter, place) => (filter.Property, Flag: $"fits_{place}", Condition: filter.Condition(statement)))
            .ToList();
        var others = FeatureSql.Conditions(selection, statement)
            .Concat(selection.Filters.Where(filter => !filter.Property.IsFacet).Select(filter => filter.Condition(statement)))
            .ToList();
        var facets = collection.Properties.Where(property => property.IsFacet).ToList();
        var sums = collection.Properties.Where(property => property.Sum).Select(property => property.Name).ToList();
        var source = FeatureSql.Source(collection, selection.AsOf, statement);
        List<string> keys =
        [
            .. facets.Select(property => $"f.{property.Name}"),
            .. facets.Exists(property => property.Name == "placement") ? Array.Empty<string>() : ["f.placement"],
            "f.horizon_from is null and f.horizon_to is null as without_horizon",

            // What has no order cannot be grouped by sorting. The planner would: beside the price of a condition on
            // places, sorting a million rows seems to cost nothing.
            "'0'::xid as unordered",
            .. own.Select(filter => $"coalesce({filter.Condition}, false) as {filter.Flag}"),
        ];
        var totals = sums.Select(name => $", sum(f.{name}) as {name}_sum, count(f.{name}) as {name}_known, max(f.{name}) as {name}_largest");
        statement.Append($"with looked_at as materialized (select {string.Join(", ", keys)}, count(*) as number{string.Concat(totals)} from {source}")
            .Append(FeatureSql.Where(others))
            .Append($"group by {string.Join(", ", Enumerable.Range(1, keys.Count))}")
            .Append($"), matched as (select * from looked_at {FeatureSql.Where(own.Select(filter => filter.Flag))})")
            .Append("""
                select json_build_object(
                  'revision', (select value from published_plan.revision),
                  'numberMatched', coalesce(sum(number), 0),
                  'placed', coalesce(sum(number) filter (where placement <> 'unplaced'), 0),
                  'unplaced', coalesce(sum(number) filter (where placement = 'unplaced'), 0),
                  'without_horizon', coalesce(sum(number) filter (where without_horizon), 0),
                """);

        string Largest(string name) =>
            $"select f.code, f.{name} from {source} {FeatureSql.Where(others.Concat(own.Select(filter => filter.Condition)).Append($"f.{name} = (select max(l.{name}_largest) from matched l)"))} order by f.code limit 1";
        return statement
            .Append($"'facets', json_build_object({string.Join(",\n", facets.Select(property => $"'{property.Name}', {Facet(property, own.Where(filter => filter.Property != property).Select(filter => filter.Flag))}"))}),")
            .Append($"'sums', json_build_object({string.Join(",\n", sums.Select(name => $"'{name}', {Sum(name, Largest(name))}"))}))::text")
            .Append("from matched");
    }

    private static string Facet(PropertyDefinition property, IEnumerable<string> otherFlags)
    {
        var term = property.Type == PropertyType.Codes ? $"unnest(l.{property.Name})" : $"l.{property.Name}";
        return $"""
            (select coalesce(json_object_agg(term, number order by term), '{"{}"}')
             from (select term, sum(number) as number
                   from (select {term} as term, l.number from looked_at l {FeatureSql.Where(otherFlags)}) terms
                   where term is not null
                   group by term) counted)
            """;
    }

    /// <summary>What alone makes more than half of a sum is named, so that nobody reads the sum as a crowd's; only then is it looked for.</summary>
    private static string Sum(string name, string largest) => $"""
        json_build_object('sum', sum({name}_sum), 'known', coalesce(sum({name}_known), 0), 'not_stated', coalesce(sum(number) - sum({name}_known), 0), 'of_which',
          case when max({name}_largest) * 2 > sum({name}_sum) then (
            select coalesce(json_agg(json_build_object('code', m.code, 'value', m.{name})), '[]')
            from ({largest}) m) else '[]' end)
        """;
}
