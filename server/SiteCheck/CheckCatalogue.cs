using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using SpatialPlan.Server.Catalogue;

namespace SpatialPlan.Server.SiteCheck;

/// <summary>What a finding means for somebody who submits: an error blocks, a warning needs a reason, info informs.</summary>
public enum Severity
{
    Error,
    Warning,
    Info,
}

/// <summary>Which features a rule looks at.</summary>
/// <param name="Collection">Their collection; empty in a rule that is for every collection of a role.</param>
/// <param name="Property">With <paramref name="Values"/>: only those whose property has one of these.</param>
/// <param name="Values">Codes.</param>
/// <param name="CorridorM">Ground of a line on each side, in metres.</param>
/// <param name="Width">The property that has the whole width of a line, in metres.</param>
/// <param name="IsAsked">Those that are finely placed may be many: the database is asked for those nearby.</param>
public sealed record SubjectChoice(string Collection, string? Property = null, IReadOnlyList<string>? Values = null, double? CorridorM = null, string? Width = null, bool IsAsked = false)
{
    /// <summary>Of a rule that is for every collection of a role.</summary>
    public CollectionRole? Role { get; init; }
}

/// <summary>A rule: its kind is code, whatever else it needs is data.</summary>
public sealed record CheckRule(string Code, string Kind, Severity Severity, SubjectChoice? Subjects, Words? Basis, JsonElement Parameters)
{
    /// <summary>Whether somebody may say that what it finds is wrong, and have a reviewer decide; false of what is no matter of opinion.</summary>
    public bool IsContestable { get; init; } = true;

    /// <summary>Of a rule that a role has made for one collection: which one.</summary>
    public CollectionDefinition? Layer { get; private init; }

    /// <summary>Unique among the rules: its code, and the layer where several have the code.</summary>
    public string Key => Layer is null ? Code : $"{Code}:{Layer.Id}";

    /// <summary>The rule itself, or one for each collection of its role.</summary>
    internal IEnumerable<CheckRule> OfEachLayer(PlanCatalogue catalogue) => Subjects?.Role is not { } role ? [this]
        : catalogue.Collections.Where(collection => collection.Role == role && collection.Constraint is not null).OrderBy(collection => collection.Order).Select(collection => this with
        {
            Layer = collection,
            Severity = Enum.Parse<Severity>(collection.Constraint!.Severity, ignoreCase: true),
            Subjects = Subjects with { Collection = collection.Id, CorridorM = collection.Constraint.CorridorM },
        });

    // A rule stays as long as its catalogue, and every check reads it.
    private readonly ConcurrentDictionary<Type, object> read = [];

    /// <summary>What the kind of rule needs, as it reads it.</summary>
    public T Read<T>()
        where T : class => (T)read.GetOrAdd(typeof(T), type => Parameters.Deserialize(type, JsonFiles.Format)!);
}

/// <summary>Thresholds that all rules share; lengths in metres.</summary>
public sealed record CheckLimits(double MarginM, double SliverWidthM, double SliverPercent, double UndecidedPercent, double FineAccuracyM, int WhereVertices, int MostNamed);

/// <summary>The file checks of the catalogue.</summary>
public sealed record CheckCatalogue(string MeasureCrs, CheckLimits Limits, IReadOnlyList<CheckRule> Rules)
{
    private const string Name = "checks";
    private const int VersionDigits = 16;

    /// <summary>By which a frozen answer says what it was reckoned by: SHA-256 of the file, shortened.</summary>
    public string Version { get; private init; } = "";

    /// <summary>Null when the package checks nothing.</summary>
    public static CheckCatalogue? Of(PlanCatalogue catalogue)
    {
        using var document = JsonDocument.Parse(catalogue.Document.Json);
        return document.RootElement.TryGetProperty(Name, out var file) && file.Deserialize<CheckCatalogue>(JsonFiles.Format) is { } read
            ? read with { Rules = [.. read.Rules.SelectMany(rule => rule.OfEachLayer(catalogue))], Version = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(file.GetRawText())))[..VersionDigits] }
            : null;
    }
}
