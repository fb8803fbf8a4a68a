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
    public async Task<string> Count(FeatureSelection selection, long revision, CancellationToken cancel)
    {
        if (await indexes.Of(selection.Collection, revision, cancel) is { } index
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
        statement.Append($"select f.code from published.{selection.Collection.TableName} f").Append(FeatureSql.Where(conditions)).Append("order by f.code limit 1");
        await using var command = statement.Command(database.FilteredTiles);
        return await command.ExecuteScalarAsync(cancel) is string code ? new Majority(code, value) : null;
    }

    private static Statement CountStatement(FeatureSelection selection)
    {
        var (collection, statement) = (selection.Collection, new Statement());
        var own = selection.Filters.Where(filter => filter.Property.IsFacet)
            .Select((filter, place) => (filter.Property, Flag: $"fits_{place}", Condition: filter.Condition(statement)))
            .ToList();
        var others = FeatureSql.Conditions(selection, statement)
            .Concat(selection.Filters.Where(filter => !filter.Property.IsFacet).Select(filter => filter.Condition(statement)))
            .ToList();
        var flags = own.Select(filter => $", coalesce({filter.Condition}, false) as {filter.Flag}");

        // Only what is counted is kept: geometry and citations would fill the memory for nothing.
        string[] kept = ["code", "placement", "horizon_from", "horizon_to", .. collection.Properties.Where(property => property.IsFacet || property.Sum).Select(property => property.Name)];
        var columns = string.Join(", ", kept.Distinct().Select(name => $"f.{name}"));
        statement.Append($"with looked_at as materialized (select {columns}{string.Concat(flags)} from {FeatureSql.Source(collection, selection.AsOf, statement)}")
            .Append(FeatureSql.Where(others))
            .Append($"), matched as (select * from looked_at {FeatureSql.Where(own.Select(filter => filter.Flag))})")
            .Append("""
                select json_build_object(
                  'revision', (select value from published.revision),
                  'numberMatched', count(*),
                  'placed', count(*) filter (where placement <> 'unplaced'),
                  'unplaced', count(*) filter (where placement = 'unplaced'),
                  'without_horizon', count(*) filter (where horizon_from is null and horizon_to is null),
                """);

        var facets = collection.Properties.Where(property => property.IsFacet).Select(property =>
            $"'{property.Name}', {Facet(property, own.Where(filter => filter.Property != property).Select(filter => filter.Flag))}");
        var sums = collection.Properties.Where(property => property.Sum).Select(property => $"'{property.Name}', {Sum(property.Name)}");
        return statement
            .Append($"'facets', json_build_object({string.Join(",\n", facets)}),")
            .Append($"'sums', json_build_object({string.Join(",\n", sums)}))::text")
            .Append("from matched");
    }

    private static string Facet(PropertyDefinition property, IEnumerable<string> otherFlags)
    {
        var term = property.Type == PropertyType.Codes ? $"unnest(l.{property.Name})" : $"l.{property.Name}";
        return $"""
            (select coalesce(json_object_agg(term, number order by term), '{"{}"}')
             from (select term, count(*) as number
                   from (select {term} as term from looked_at l {FeatureSql.Where(otherFlags)}) terms
                   where term is not null
                   group by term) counted)
            """;
    }

    /// <summary>What alone makes more than half of a sum is named, so that nobody reads the sum as a crowd's.</summary>
    private static string Sum(string name) => $"""
        json_build_object('sum', sum({name}), 'known', count({name}), 'not_stated', count(*) - count({name}), 'of_which',
          (select coalesce(json_agg(json_build_object('code', m.code, 'value', m.{name}) order by m.code), '[]')
           from matched m
           where m.{name} * 2 > (select sum(every.{name}) from matched every)))
        """;
}
