using System.Text.Json;

namespace SpatialPlan.Server.Ogc;

/// <summary>How PostgreSQL means to find the first rows of an order.</summary>
internal enum QueryPlanKind
{
    /// <summary>From an index that has nothing else.</summary>
    Bounded,

    /// <summary>By gathering what fits and sorting it: what that costs follows from what fits, which is estimated well.</summary>
    Gathering,

    /// <summary>Along the order, leaving out what does not fit: quick when much fits, a read of everything when little does.</summary>
    Walking,

    /// <summary>Along the order of the first key, sorting equals: as long as there are equals.</summary>
    SortingEquals,
}

/// <summary>Reads what EXPLAIN (FORMAT JSON) says of a statement.</summary>
internal static class QueryPlan
{
    /// <param name="explained">The answer of EXPLAIN.</param>
    /// <param name="harmless">A walk that costs no more than this to its very end needs no care.</param>
    public static QueryPlanKind KindOf(string explained, double harmless)
    {
        using var document = JsonDocument.Parse(explained);
        var nodes = Nodes(document.RootElement[0].GetProperty("Plan")).ToList();
        return nodes.Exists(node => Type(node) == "Incremental Sort") ? QueryPlanKind.SortingEquals
            : nodes.Exists(node => Type(node) == "Sort") ? QueryPlanKind.Gathering
            : nodes.Exists(node => node.TryGetProperty("Filter", out _) && Cost(node) > harmless) ? QueryPlanKind.Walking
            : QueryPlanKind.Bounded;
    }

    private static string? Type(JsonElement node) => node.GetProperty("Node Type").GetString();

    private static double Cost(JsonElement node) => node.GetProperty("Total Cost").GetDouble();

    // What a row is written with, or asked once, is no part of the way to the rows.
    private static IEnumerable<JsonElement> Nodes(JsonElement node)
    {
        if (node.TryGetProperty("Parent Relationship", out var relation) && relation.GetString() is "SubPlan" or "InitPlan")
        {
            return [];
        }

        var parts = node.TryGetProperty("Plans", out var plans) ? plans.EnumerateArray().ToList() : [];
        return parts.SelectMany(Nodes).Prepend(node);
    }
}
