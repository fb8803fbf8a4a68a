using SpatialPlan.Server.Geo;

namespace SpatialPlan.Server.Ogc;

/// <summary>The statements of a page and of what is asked about its selection.</summary>
internal static class PageSql
{
    /// <summary>Rows of a part of the page: code, feature, and the values of the keys that the next page goes on from.</summary>
    public static Statement Rows(ItemQuery query, bool hasFirst, int rows)
    {
        var (selection, statement) = (query.Selection, new Statement());
        var conditions = Conditions(selection, statement).Concat(SortSql.Conditions(query.Order, query.After, hasFirst, statement)).ToList();
        var values = string.Concat(query.Order.Where(key => !key.IsCode).Select(key => $", {key.Column}"));
        return statement
            .Append($"select f.code, {FeatureSql.OpenFeature(selection.Collection, query.Output)} || '}}'{values}")
            .Append($"from {FeatureSql.Source(selection.Collection, selection.AsOf, statement)}")
            .Append(FeatureSql.Where(conditions))
            .Append($"order by {SortSql.OrderBy(query.Order, hasFirst)}")
            .Append($"limit {statement.Parameter(rows)}");
    }

    public static Statement Count(FeatureSelection selection)
    {
        var statement = new Statement();
        return statement
            .Append($"select count(*) from {FeatureSql.Source(selection.Collection, selection.AsOf, statement)}")
            .Append(FeatureSql.Where(Conditions(selection, statement)));
    }

    /// <summary>
    /// Whether anything selected lies where a system does not reach, by the index of places: what is far away is little
    /// or nothing. Null where the system reaches everything.
    /// </summary>
    public static Statement? OutOfReach(FeatureSelection selection, CrsDefinition crs)
    {
        if (crs.IsGeographic)
        {
            return null;
        }

        const double Edge = 1e-9;
        const double Everywhere = 1000;
        var (statement, reach) = (new Statement(), crs.DomainInStore);
        string Touches(double west, double south, double east, double north) =>
            $"f.geom && ST_MakeEnvelope({statement.Parameter(west)}, {statement.Parameter(south)}, {statement.Parameter(east)}, {statement.Parameter(north)}, {Crs.Store})";
        string[] outside =
        [
            Touches(-Everywhere, -Everywhere, reach.MinX - Edge, Everywhere),
            Touches(reach.MaxX + Edge, -Everywhere, Everywhere, Everywhere),
            Touches(-Everywhere, -Everywhere, Everywhere, reach.MinY - Edge),
            Touches(-Everywhere, reach.MaxY + Edge, Everywhere, Everywhere),
        ];
        return statement
            .Append($"select exists (select from {FeatureSql.Source(selection.Collection, selection.AsOf, statement)}")
            .Append(FeatureSql.Where(Conditions(selection, statement).Prepend($"({string.Join(" or ", outside)})")))
            .Append(")");
    }

    public static IEnumerable<string> Conditions(FeatureSelection selection, Statement statement) =>
        FeatureSql.Conditions(selection, statement).Concat(selection.Filters.Select(filter => filter.Condition(statement)));
}
