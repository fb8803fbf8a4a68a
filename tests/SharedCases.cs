using System.Text.Json.Nodes;

// The namespace above both test projects: each compiles this file and finds it without a using.
namespace SpatialPlan.Server;

/// <summary>What C# and TypeScript both decide: one file of cases for either (tests/cases).</summary>
public static class SharedCases
{
    public static JsonNode Read(string name) =>
        JsonNode.Parse(File.ReadAllText(Path.Combine(Repository.Root, "tests", "cases", $"{name}.json")))!;

    /// <summary>The members of a list, each as JSON, by which a test names its case.</summary>
    public static IEnumerable<string> Texts(string name, string list) =>
        Read(name)[list]!.AsArray().Select(entry => entry!.ToJsonString(Readable));

    private static readonly System.Text.Json.JsonSerializerOptions Readable = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
}
