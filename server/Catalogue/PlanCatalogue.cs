using System.Text.Json;

namespace SpatialPlan.Server.Catalogue;

/// <summary>The same words in Chinese and English, and in the languages of investors where these read them.</summary>
public sealed record Words(string Zh, string En)
{
    public string? Ja { get; init; }

    public string? Ko { get; init; }

    /// <summary>In English, or else in the language of the plan.</summary>
    public string In(string language) => language == "en" ? En : Zh;
}

/// <summary>A term of a vocabulary; <see cref="Definition"/> keeps its style keys as they stand in the file.</summary>
public sealed record Term(string Code, string Zh, string En, string? Parent, JsonElement Definition)
{
    /// <summary>In the languages of investors; null where it is missing.</summary>
    public string? Ja { get; init; }

    public string? Ko { get; init; }

    /// <summary>A text of the definition beside its words; null when it is not there.</summary>
    public string? Text(string member) => Definition.TryGetProperty(member, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}

/// <summary>A list of codes; the order of the terms is the order of the file.</summary>
public sealed record Vocabulary(string Name, Words Title, string Source, string? Parent, IReadOnlyList<Term> Terms)
{
    private readonly Dictionary<string, Term> byCode = Terms.GroupBy(term => term.Code).ToDictionary(same => same.Key, same => same.First());

    public Term? Find(string code) => byCode.GetValueOrDefault(code);
}

/// <summary>What the words of a derived value rest on.</summary>
public sealed record Rule(string Code, string Zh, string En);

/// <summary>Everything gis-data/catalogue says, read once and never changed.</summary>
public sealed record PlanCatalogue(
    IReadOnlyDictionary<string, Vocabulary> Vocabularies,
    IReadOnlyList<CollectionDefinition> Collections,
    IReadOnlyList<PlanDefinition> Plans,
    IReadOnlyList<Rule> Rules,
    Product Product)
{
    private readonly Dictionary<string, CollectionDefinition> byId =
        Collections.GroupBy(collection => collection.Id).ToDictionary(same => same.Key, same => same.First());

    private readonly Dictionary<(string Kind, string Code), Profile> profiles = [];

    /// <summary>Summaries and names for investors; none when the package has no profiles.</summary>
    public IReadOnlyList<Profile> Profiles
    {
        get;
        init
        {
            field = value;
            profiles = value.GroupBy(profile => (profile.Kind, profile.Code)).ToDictionary(same => same.Key, same => same.First());
        }
    } = [];

    /// <summary>The collection whose codes those of another are: a project of its site. What is drawn as one is described as both; null where codes are its own.</summary>
    public CollectionDefinition? OwnerOf(CollectionDefinition collection) => collection.CodesOf is { } owner ? FindCollection(owner) : null;

    /// <summary>What people are asked; none when the package has no forms.</summary>
    public IReadOnlyList<FormDefinition> Forms { get; init; } = [];

    public FormDefinition? FindForm(CollectionRole role) => Forms.FirstOrDefault(form => form.Role == role);

    /// <summary>catalogue/symbols.json as it stands; null when the package has none.</summary>
    public JsonElement? Symbols { get; init; }

    /// <summary>The files this was read from, for those who read more of them than the server does.</summary>
    public CatalogueDocument Document { get; init; } = new("{}", "");

    /// <summary>The only way from a name in a URL to a name in SQL.</summary>
    public CollectionDefinition? FindCollection(string id) => byId.GetValueOrDefault(id);

    /// <summary>The collection that has a role and all of these properties; null when the package has none.</summary>
    public CollectionDefinition? FindRole(CollectionRole role, params IEnumerable<string> properties) =>
        Collections.FirstOrDefault(collection => collection.Role == role) is { } found && properties.All(found.Has) ? found : null;

    /// <summary>The terms of a vocabulary; none when the package does not have it.</summary>
    public IReadOnlyList<Term> TermsOf(string vocabulary) => Vocabularies.GetValueOrDefault(vocabulary)?.Terms ?? [];

    public Profile? FindProfile(string kind, string code) => profiles.GetValueOrDefault((kind, code));

    public PlanDefinition? FindPlan(string code) => Plans.FirstOrDefault(plan => plan.Code == code);
}
