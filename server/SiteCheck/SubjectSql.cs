using SpatialPlan.Server.Catalogue;

namespace SpatialPlan.Server.SiteCheck;

/// <summary>
/// Statements over published rows. Names of collections and properties come from the catalogue, where the schema allows lower
/// case, digits, hyphens and underscores only; values are parameters.
/// </summary>
internal static class SubjectSql
{
    /// <summary>Of a layer that a site does not reach: the index measures in degrees, in which the nearest by metres is among the first.</summary>
    private const int Nearest = 3;

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

    /// <summary>Columns after those of a feature: the place of the rule in the question, and how many reach the site.</summary>
    public const int PlaceColumn = 4;
    public const int NumberColumn = 5;

    /// <summary>
    /// The finely placed features of a choice that reach a site (@reach), at most @most with how many there are, and the nearest
    /// few to its middle (@middle), but for @own. The first are counted and then cut, so that no limit leads the planner away from
    /// the index; the others are in the order of that index.
    /// </summary>
    public static string Near(CollectionDefinition collection, SubjectChoice choice, int place) => $"""
        (select code, version, said, geom, {place}, number from (
          select f.code, f.version, {Said(collection, choice)} as said, f.geom, (count(*) over ())::integer as number
          from {collection.Published} f
          where ST_Intersects(f.geom, @reach) and {Fine(collection, choice, place)}) reached
        order by ST_Distance(geom, @middle), code limit @most)
        union all
        (select code, version, said, geom, {place}, 0 from (
          select f.code, f.version, {Said(collection, choice)} as said, f.geom
          from {collection.Published} f
          where f.geom is not null and {Fine(collection, choice, place)}
          order by f.geom <-> @middle limit {Nearest}) nearest)

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

    private static string Fine(CollectionDefinition collection, SubjectChoice choice, int place) =>
        $"{Chosen(collection, choice, $"@values{place}")} and {IsFine} and f.code <> @own";

    /// <summary>What a finding says of a feature.</summary>
    private static string Said(CollectionDefinition collection, SubjectChoice choice)
    {
        var members = new[] { "name_zh", "name_en", "accuracy_m", "placement", "citations", choice.Width }
            .Where(name => name is not null && collection.Has(name)).Select(name => $"'{name}', f.{collection.FindProperty(name!)!.Column}");
        return $"json_build_object({string.Join(", ", members)})::text";
    }

    private static string Columns(CollectionDefinition collection) => $"""
        select f.code, f.version,
          (select to_jsonb(p) from (select {string.Join(", ", collection.Properties.Select(property => $"f.{property.Column}"))}) p)::text,
          f.geom
        """;

    private static string Chosen(CollectionDefinition collection, SubjectChoice choice, string values = "@values") =>
        choice.Property is { } property ? $"f.{collection.FindProperty(property)!.Column} = any({values})" : "true";
}
