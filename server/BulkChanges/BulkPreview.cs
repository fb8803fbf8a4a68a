using System.Text.Json.Nodes;
using SpatialPlan.Server.ChangeSets;
using SpatialPlan.Server.Database;
using SpatialPlan.Server.Ogc;
using SpatialPlan.Server.Web;
using SpatialPlan.Server.Writing;

namespace SpatialPlan.Server.BulkChanges;

/// <summary>Which features a change of many would change, in the versions that stand now. It writes nothing.</summary>
public sealed class BulkPreview(PlanDatabase database, SubmissionChecks checks)
{
    /// <summary>
    /// {number, unplaced, unchanged, under_review, bounds, features: [{code, version, name_zh, name_en, place}]}, by code. What has the values already, and what
    /// is under review, is counted and left out. A place is longitude and latitude of a point in the feature, null for none.
    /// </summary>
    /// <param name="change">What would change.</param>
    /// <param name="selection">Of which features.</param>
    /// <param name="cancel">Ends it.</param>
    /// <exception cref="RequestException">422: a value that no feature can have; it would change nothing, or more than a set holds.</exception>
    public async Task<JsonObject> Find(BulkChange change, FeatureSelection selection, CancellationToken cancel)
    {
        var collection = change.Collection;
        var statement = new Statement();
        string[] conditions = [.. FeatureSql.Conditions(selection, statement), .. selection.Filters.Select(filter => filter.Condition(statement))];
        var same = string.Join(" and ", change.Properties.Select(property =>
            $"{Comparable($"to_jsonb(f.{collection.FindProperty(property.Key)!.Column})")} = {Comparable($"{statement.Parameter(property.Value?.ToJsonString() ?? "null")}::jsonb")}"));
        var most = statement.Parameter(ChangeItems.Most + 1);
        statement.Append($"""
            with changed as materialized (
              select f.code, f.version, f.name_zh, f.name_en, ST_PointOnSurface(f.geom) as place, f.geom,
                exists (select from submitted.{collection.TableName} s where s.code = f.code) as is_under_review
              from {collection.Published} f {FeatureSql.Where(conditions.Append($"not ({same})"))} order by f.code limit {most}
            ), free as materialized (
              select * from changed c where not c.is_under_review
            )
            select jsonb_build_object(
              'number', (select count(*) from free),
              'unplaced', (select count(*) from free c where c.place is null),
              'under_review', (select count(*) from changed c where c.is_under_review),
              'unchanged', (select count(*) from {collection.Published} f {FeatureSql.Where(conditions.Append(same))}),
              'bounds', (select case when ST_Extent(c.geom) is not null then jsonb_build_array(ST_XMin(ST_Extent(c.geom)), ST_YMin(ST_Extent(c.geom)), ST_XMax(ST_Extent(c.geom)), ST_YMax(ST_Extent(c.geom))) end from free c),
              'features', (
                select coalesce(jsonb_agg(jsonb_build_object(
                  'code', c.code, 'version', c.version, 'name_zh', c.name_zh, 'name_en', c.name_en,
                  'place', case when c.place is not null then jsonb_build_array(round(ST_X(c.place)::numeric, 6), round(ST_Y(c.place)::numeric, 6)) end) order by c.code), '[]')
                from free c))::text
            """);
        await using var connection = await database.Staff.OpenConnectionAsync(cancel);
        await checks.RefuseValues(collection, change.Properties, connection, cancel);
        await using var command = statement.Command(connection);
        command.CommandTimeout = StaffCalls.SilenceSeconds;
        var found = JsonNode.Parse((string)(await command.ExecuteScalarAsync(cancel))!)!.AsObject();
        var (number, isUnderReview) = ((int)found["number"]!, (int)found["under_review"]!);
        return number + isUnderReview > ChangeItems.Most
            ? throw RequestBody.Invalid("too-many-features", new { maximum = ChangeItems.Most })
            : number == 0
                ? throw RequestBody.Invalid("bulk-changes-nothing", new { unchanged = (int)found["unchanged"]!, under_review = isUnderReview })
                : found;
    }

    /// <summary>An empty list says no more than none.</summary>
    private static string Comparable(string value) => $"coalesce(nullif({value}, '[]'), 'null')";
}
