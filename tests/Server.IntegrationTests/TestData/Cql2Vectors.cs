using System.Text.Json;

namespace SpatialPlan.Server.IntegrationTests.TestData;

/// <summary>A predicate of the abstract test suite of OGC 21-065r2, the table it is asked of and how many rows it must find.</summary>
public sealed record Cql2Vector(string Class, string Table, string Filter, int Count, string? Suspect);

/// <summary>The published predicates with their counts, which are not part of the repository.</summary>
public static class Cql2Vectors
{
    public const string Missing = "The CQL2 test data set is not here: put cql2_vectors.json and ne110m4cql2.gpkg into ../shared/conformance.";

    private const string Places = "ne_110m_populated_places_simple";

    /// <summary>The folder of the data set, or null.</summary>
    public static string? Folder { get; } = new[]
    {
        Environment.GetEnvironmentVariable("CQL2_CONFORMANCE"),
        Path.Combine(Repository.Root, "..", "shared", "conformance"),
    }.FirstOrDefault(folder => folder is not null && File.Exists(Path.Combine(folder, "cql2_vectors.json")));

    public static IReadOnlyList<Cql2Vector> All { get; } = Folder is null ? [] : Read(Path.Combine(Folder, "cql2_vectors.json"));

    private static List<Cql2Vector> Read(string file)
    {
        using var json = JsonDocument.Parse(File.ReadAllText(file));
        var single = json.RootElement.GetProperty("predicates").EnumerateArray().Select(vector => new Cql2Vector(
            vector.GetProperty("cc").GetString()!,
            vector.GetProperty("src").GetString()!,
            vector.GetProperty("cql").GetString()!,
            vector.GetProperty("n").GetInt32(),
            vector.TryGetProperty("suspect", out var reason) ? reason.GetString() : null));
        var combined = json.RootElement.GetProperty("combinations").EnumerateArray().Select(vector => new Cql2Vector(
            vector.GetProperty("cc").GetString()!,
            Places,
            Combine([.. vector.GetProperty("p").EnumerateArray().Select(predicate => predicate.GetString()!)]),
            vector.GetProperty("n").GetInt32(),
            null));
        return [.. single, .. combined];
    }

    // How the suite joins four predicates, so that each of them and each operator can change the count.
    private static string Combine(string[] p) => $"(({p[0]} AND NOT ({p[1]})) OR ({p[2]} AND {p[3]}) OR NOT ({p[0]} OR {p[3]}))";
}
