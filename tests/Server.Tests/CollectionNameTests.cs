using System.Text.Json;
using System.Text.RegularExpressions;
using Xunit;

namespace SpatialPlan.Server.Tests;

/// <summary>The collections of a package are data: no source of the server knows one by its name, so that another package needs no other server.</summary>
public sealed class CollectionNameTests
{
    /// <summary>Members of an answer of /api, a scope of targets, and a class of a page's drawing, that are called so, whatever the collections of a package are called.</summary>
    private static readonly string[] NamesOfOurOwn = ["IndustryStore.cs", "IndustryTable.cs", "IndustryTotals.cs", "ClusterTargetBesideParks.cs", "MatchWriter.cs", "ChainComparison.cs", "FeatureMap.cs", "PolicyStore.cs", "TargetQuery.cs", "TargetTable.cs", "Enquiry.cs", "EnquiryCommands.cs", "enquiry.sql"];

    private static readonly string Server = Path.Combine(Repository.Root, "server");

    public static TheoryData<string> Collections
    {
        get
        {
            using var layers = JsonDocument.Parse(File.ReadAllText(Path.Combine(Repository.GisData, "catalogue", "layers.json")));
            return [.. layers.RootElement.GetProperty("collections").EnumerateArray().Select(collection => collection.GetProperty("id").GetString()!)];
        }
    }

    [Theory]
    [MemberData(nameof(Collections))]
    public void No_source_has_the_name_of_a_collection(string id)
    {
        var view = Regex.Escape(id.Replace('-', '_'));
        var name = new Regex($"""["']{Regex.Escape(id)}["']|\b(published|history|feature)\.{view}\b""");
        var guilty = Directory.EnumerateFiles(Server, "*.*", SearchOption.AllDirectories)
            .Where(file => Path.GetExtension(file) is ".cs" or ".sql" && !IsMade(file) && name.IsMatch(File.ReadAllText(file)))
            .Select(file => Path.GetFileName(file));
        Assert.Empty(guilty.Except(NamesOfOurOwn));
    }

    /// <summary>Built, or a migration: what was done once, to the collections that were there.</summary>
    private static bool IsMade(string file) => Path.GetRelativePath(Server, file).Split(Path.DirectorySeparatorChar) is ["bin" or "obj", ..] or [_, "Migrations", ..];
}
