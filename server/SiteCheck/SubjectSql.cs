using SpatialPlan.Server.Catalogue;

namespace SpatialPlan.Server.SiteCheck;

/// <summary>
/// Statements over published rows. Names of collections and properties come from the catalogue, where the schema allows lower
/// case, digits, hyphens and underscores only; values are parameters.
/// </summary>
internal static class SubjectSql
{
    /// <summary>Of a layer that a site does not reach, nearest first: more than one, for some may be equally near and one of them placed best.</summary>
    private const int Nearest = 3;

    /// <summary>Metres of a degree of latitude at the equator, where it is shortest on the ellipsoid.</summary>
    private const string MetresOfLatitude = "110574";

    /// <summary>Metres of a degree of longitude at the equator; elsewhere it has this times the cosine of the latitude, or a little more.</summary>
    private const string MetresOfLongitude = "111319";

    /// <summary>Edges are straight in degrees here and in the plane where they are measured: of one of 60 km the middles are fifty metres apart.</summary>
    private const string EdgeMarginM = "100";

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

    /// <summary>Whether there is any that the database has to be asked for: @values, @fine.</summary>
    public static string HasFine(CollectionDefinition collection, SubjectChoice choice) =>
        $"select exists (select from {collection.Published} f where f.geom is not null and {Chosen(collection, choice)} and {IsFine})";

    /// <summary>Columns after those of a feature: the place of the rule in the question, and how many reach the site.</summary>
    public const int PlaceColumn = 4;
    public const int NumberColumn = 5;

    /// <summary>
    /// The finely placed features of a choice that reach a site (@reach), at most @most with how many there are, and the nearest
    /// few to it (@site), but for @own. The first, in the order of their distance from its middle (@middle), are counted and then
    /// cut, so that no limit leads the planner away from the index.
    ///
    /// The index measures in degrees, and a degree of longitude is shorter than one of latitude: what it finds first need not be
    /// the nearest. But nothing nearer in metres lies outside of the box that is as many metres around the site: all in that
    /// box are measured, but for what is too far away even if a degree of latitude were as short. What touches the site is among the first already.
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
          from (
            select f.geom <-> @site as degrees, ST_Distance(f.geom::geography, @site::geography) + {EdgeMarginM} as metres
            from {collection.Published} f
            where f.geom is not null and {Fine(collection, choice, place)}
            order by f.geom <-> @site limit 1) first,
            lateral (select metres / {MetresOfLatitude} as north) latitude,
            lateral (select metres / ({MetresOfLongitude} * cos(radians(least(89, greatest(abs(ST_YMin(@site)), abs(ST_YMax(@site))) + north)))) as east) longitude,
            {collection.Published} f
          where degrees > 0 and f.geom && ST_Expand(@site, east, north) and ST_Distance(f.geom, @site) <= east and {Fine(collection, choice, place)}
          order by ST_Distance(f.geom::geography, @site::geography), f.code limit {Nearest}) nearest)

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
