using System.Collections.Frozen;

namespace SpatialPlan.Server.Cql2;

/// <summary>The words of CQL2 text that are no names unless quoted.</summary>
internal static class Keywords
{
    private static readonly FrozenSet<string> Words =
        FrozenSet.Create(StringComparer.OrdinalIgnoreCase, "AND", "OR", "NOT", "LIKE", "BETWEEN", "IN", "IS", "NULL", "TRUE", "FALSE", "DIV");

    public static bool Contains(string word) => Words.Contains(word);
}
