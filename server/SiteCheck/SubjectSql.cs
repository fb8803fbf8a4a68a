using SpatialPlan.Server.Catalogue;
using SpatialPlan.Server.Geo;

namespace SpatialPlan.Server.SiteCheck;

/// <summary>
/// Statements over published rows. Names of collections and properties come from the catalogue, where the schema allows lower
/// case, digits, hyphens and underscores only; values are parameters.
/// </summary>
internal static class SubjectSql
{
    /// <summary>Whether the plan knows the place of a feature to @fine metres; what does not say so is taken to.</summary>
    private const string IsFine = "coalesce(f.accuracy_m, 0) <= @fine";

    /// <summary>The hash of what was loaded last.</summary>
    public const string Package = "select hash from published_plan.package";

    /// <summary>The features of a choice that are held in memory: @values, @fine where the fine ones are asked for.</summary>
    public static string Held(CollectionDefinition collection, SubjectChoice choice) => $"""
        {Columns(collection)}
        from {collection.Published} f
        where {Chosen(collection, choice)}{(choice.IsAsked ? $" and not ({IsFine})" : "")}
        order by f.code
        limit @most
        """;

    /// <summary>The finely placed features of a choice near a box (@west, @south, @east, @north in degrees), but for @own.</summary>
    public static string Near(CollectionDefinition collection, SubjectChoice choice) => $"""
        {Columns(collection)}
        from {collection.Published} f
        where f.geom && ST_MakeEnvelope(@west, @south, @east, @north, {Crs.Store})
          and {Chosen(collection, choice)} and {IsFine} and f.code <> @own
        order by f.code
        limit @most
        """;

    /// <summary>For each chain how many features state both figures, and the least and the largest quotient.</summary>
    public static string Peers(CollectionDefinition collection, string chain, string numerator, string denominator) => $"""
        select f.{collection.FindProperty(chain)!.Column}, count(*)::integer,
          min(f.{collection.FindProperty(numerator)!.Column} / f.{collection.FindProperty(denominator)!.Column}),
          max(f.{collection.FindProperty(numerator)!.Column} / f.{collection.FindProperty(denominator)!.Column})
        from {collection.Published} f
        where f.{collection.FindProperty(numerator)!.Column} > 0 and f.{collection.FindProperty(denominator)!.Column} > 0 and f.{collection.FindProperty(chain)!.Column} is not null
        group by 1
        """;

    private static string Columns(CollectionDefinition collection) => $"""
        select f.code, f.version,
          (select to_jsonb(p) from (select {string.Join(", ", collection.Properties.Select(property => $"f.{property.Column}"))}) p)::text,
          f.geom
        """;

    private static string Chosen(CollectionDefinition collection, SubjectChoice choice) =>
        choice.Property is { } property ? $"f.{collection.FindProperty(property)!.Column} = any(@values)" : "true";
}
