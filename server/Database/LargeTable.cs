namespace SpatialPlan.Server.Database;

/// <summary>How PostgreSQL is asked whether a table of features is large.</summary>
public static class LargeTable
{
    /// <summary>A condition: more rows than a number, or than a parameter says. Not how many, which it would have to count.</summary>
    public static string Is(string table, object most) => $"exists (select from published.{table} offset {most})";
}
