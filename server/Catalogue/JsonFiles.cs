using System.Text.Json;
using System.Text.Json.Serialization;

namespace SpatialPlan.Server.Catalogue;

/// <summary>
/// Reads the JSON files of a package against their schemas (<see cref="PackageSchema"/>). Faults are collected, not thrown.
/// </summary>
public sealed class JsonFiles(string directory, List<PackageProblem> problems)
{
    public static JsonSerializerOptions Format { get; } = new(JsonSerializerDefaults.Web)
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower) },
    };

    public bool Exists(string file) => File.Exists(Path.Combine(directory, file));

    /// <summary>The file as JSON, or null when it is missing, broken or against its schema.</summary>
    /// <param name="file">The path inside the package.</param>
    /// <param name="schema">The name of the schema, without its suffix.</param>
    /// <param name="nameEntry">Turns the path of a fault into a name that people find in the file.</param>
    public JsonElement? Read(string file, string schema, Func<JsonElement, string, string?>? nameEntry = null)
    {
        if (!Exists(file))
        {
            problems.Add(new PackageProblem(file, null, "the file is missing"));
            return null;
        }

        var text = File.ReadAllText(Path.Combine(directory, file));
        try
        {
            using var document = JsonDocument.Parse(text);
            var root = document.RootElement.Clone();
            if (PackageSchema.Faults(schema, text) is not { } faults)
            {
                problems.Add(new PackageProblem(file, null, "no file of a package is called so"));
                return null;
            }

            problems.AddRange(faults.Select(fault =>
                new PackageProblem(file, nameEntry?.Invoke(root, fault.Path ?? "") ?? fault.Path, Describe(fault))));
            return faults.Count == 0 ? root : null;
        }
        catch (Exception fault) when (fault is JsonException or Newtonsoft.Json.JsonException)
        {
            problems.Add(new PackageProblem(file, null, $"is not JSON: {fault.Message}"));
            return null;
        }
    }

    public T? Read<T>(string file, string schema)
        where T : class => Read(file, schema)?.Deserialize<T>(Format);

    private static string Describe(NJsonSchema.Validation.ValidationError fault) =>
        $"{fault.Kind} at {fault.Path}" + (fault.LineNumber > 0 ? $" (line {fault.LineNumber})" : "");
}
