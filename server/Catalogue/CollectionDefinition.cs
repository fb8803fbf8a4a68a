namespace SpatialPlan.Server.Catalogue;

/// <summary>The types of layers.json; the last three are those of test collections only.</summary>
[System.Diagnostics.CodeAnalysis.SuppressMessage("Naming", "CA1720", Justification = "The words of layers.json.")]
public enum PropertyType
{
    String,
    Integer,
    Number,
    Code,
    Codes,
    Strings,
    Citations,
    Targets,
    Outputs,
    Grounds,
    Statements,
    Date,
    Timestamp,
    Boolean,
}

/// <summary>
/// A property of a collection. A figure is what the plan may give or not; a property with <see cref="ParentOf"/> is
/// the parent term of that other property and is computed at load; one with <see cref="References"/> holds the code of a
/// feature of that collection; one <see cref="InTile"/> is what a map needs to draw and name a feature, the rest is asked
/// for when somebody points at it. <see cref="Longest"/> is how many characters a text may have, <see cref="Format"/> what it must be.
/// What is <see cref="ByStaff"/> is staff's word beside the plan's, and no file of a package says it.
/// </summary>
public sealed record PropertyDefinition(
    string Name,
    PropertyType Type,
    Words Title,
    string? Vocabulary = null,
    string? Unit = null,
    bool Queryable = false,
    bool Figure = false,
    bool Sum = false,
    string? ParentOf = null,
    string? References = null,
    bool InTile = false,
    int? Longest = null,
    string? Format = null,
    bool ByStaff = false)
{
    /// <summary>The column in SQL. Names of the catalogue are words; those of a test collection may be written in any way.</summary>
    public string Column { get; } = Name.All(letter => char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter) || letter == '_')
        ? Name
        : $"\"{Name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    /// <summary>Computed when a feature is stored, so never given.</summary>
    public bool IsComputed => Name is "code" or "not_stated" || ParentOf is not null;

    /// <summary>A list of entries that each cite their own paragraph.</summary>
    public bool IsCitedList => Type is PropertyType.Targets or PropertyType.Outputs or PropertyType.Grounds or PropertyType.Statements;

    /// <summary>Facets count the terms of a vocabulary.</summary>
    public bool IsFacet => Queryable && Type is PropertyType.Code or PropertyType.Codes;
}

/// <summary>A collection with all its properties, those common to every collection first.</summary>
public sealed record CollectionDefinition(
    string Id,
    string Group,
    int Order,
    string GeometryType,
    Words Title,
    string? ChainProperty,
    IReadOnlyList<PropertyDefinition> Properties)
{
    private readonly Dictionary<string, PropertyDefinition> byName =
        Properties.GroupBy(property => property.Name).ToDictionary(same => same.Key, same => same.First());

    /// <summary>What it holds, in a sentence; the title where the catalogue says no more.</summary>
    public Words Description { get; init; } = Title;

    /// <summary>What filters and schemas call the geometry.</summary>
    public string GeometryName { get; init; } = "geometry";

    /// <summary>The collection whose codes its features have, null when their codes are their own: a project and its site share theirs.</summary>
    public string? CodesOf { get; init; }

    /// <summary>The property that holds its industry clusters under another name than the one all filters use; null when there is none.</summary>
    public string? ClusterProperty { get; init; }

    /// <summary>What it is for the parts of the product that look for it; null for a collection like any other.</summary>
    public CollectionRole? Role { get; init; }

    /// <summary>Of a <see cref="CollectionRole.Constraint"/>: how a site on it is judged; null for every other collection.</summary>
    public Constraint? Constraint { get; init; }

    /// <summary>Who may find it; what a package has is for everybody.</summary>
    public Audience Audience { get; init; } = Audience.Public;

    /// <summary>The schema of the view of what stands.</summary>
    public string PublishedSchema { get; init; } = "published";

    /// <summary>The schema of the view of what was approved and stands no more.</summary>
    public string ClosedSchema { get; init; } = "closed";

    /// <summary>The schema of the view of all that was ever approved.</summary>
    public string HistorySchema { get; init; } = "history";

    /// <summary>The name of its table and of its views in SQL, each in a schema of its own, and of what programs call by a name without hyphens.</summary>
    public string TableName { get; } = Id.Replace('-', '_');

    /// <summary>In SQL, with its schema: the features as they stand, each with the moment at which it was approved.</summary>
    public string Published => In(PublishedSchema);

    /// <summary>In SQL, with its schema: every version that was approved and stands no more, with <c>approved_at</c> and <c>recorded_to</c>.</summary>
    public string Closed => In(ClosedSchema);

    /// <summary>In SQL, with its schema: both.</summary>
    public string History => In(HistorySchema);

    public bool HasAreas => GeometryType.EndsWith("Polygon", StringComparison.Ordinal);

    /// <summary>Of its geometries: 0 points, 1 lines, 2 areas.</summary>
    public int Dimension => GeometryType.EndsWith("Point", StringComparison.Ordinal) ? 0 : GeometryType.EndsWith("LineString", StringComparison.Ordinal) ? 1 : 2;

    public PropertyDefinition? FindProperty(string name) => byName.GetValueOrDefault(name);

    public bool Has(string property) => byName.ContainsKey(property);

    // After a dot any word is a name, whatever it means to SQL; a number is not.
    private string In(string schema) => $"{schema}.{(char.IsAsciiDigit(TableName[0]) ? $"\"{TableName}\"" : TableName)}";
}
