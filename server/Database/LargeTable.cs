namespace SpatialPlan.Server.Database;

/// <summary>How PostgreSQL is asked whether a table of features is large.</summary>
public static class LargeTable
{
    /// <summary>A condition: more rows than a number, or than a parameter says. Not how many, which it would have to count.</summary>
    /// <param name="view">With its schema, as a collection names it.</param>
    /// <param name="most">A number or a parameter.</param>
    public static string Is(string view, object most) => $"exists (select from {view} offset {most})";
}
