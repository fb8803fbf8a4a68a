using System.Text.RegularExpressions;
using Microsoft.Extensions.Hosting;
using SpatialPlan.Server.Database;
using Xunit;

namespace SpatialPlan.Server.Tests;

/// <summary>The arrows of docs/architecture.md: who may use whom, and whose SQL may name which schema.</summary>
public sealed partial class ArchitectureTests
{
    /// <summary>Each folder of the server and the folders it may use. A folder that is not here is a decision not yet made.</summary>
    private static readonly Dictionary<string, string[]> Arrows = new()
    {
        ["Accounts"] = ["Database", "Web"],
        ["Writing"] = ["Accounts", "Database", "Web"],
        ["Drafts"] = ["Accounts", "Catalogue", "Checks", "Database", "SiteCheck", "Web", "Writing"],
        ["Editing"] = ["Accounts", "Catalogue", "Checks", "Database", "Drafts", "Geo", "GisData", "Ogc", "SiteCheck", "Web", "Writing"],
        ["ChangeSets"] = ["Accounts", "Catalogue", "Checks", "Database", "Drafts", "GisData", "SiteCheck", "Web", "Writing"],
        ["BulkChanges"] = ["Accounts", "Catalogue", "ChangeSets", "Database", "Drafts", "Ogc", "Web", "Writing"],
        ["Conflicts"] = ["Accounts", "Catalogue", "ChangeSets", "Database", "Drafts", "Web", "Writing"],
        ["Review"] = ["Accounts", "Catalogue", "ChangeSets", "Database", "Drafts", "Ogc", "SiteCheck", "Web", "Writing"],
        ["History"] = ["Accounts", "Catalogue", "Database", "Web", "Writing"],
        ["Ogc"] = ["Catalogue", "Cql2", "Database", "Geo", "Styles", "Web"],
        ["Export"] = ["Catalogue", "Database", "Gdal", "Geo", "Ogc", "Styles", "Web"],
        ["Pages"] = ["Accounts", "Catalogue", "Contests", "Enquiries", "Export", "Geo", "History", "Ogc", "Parks", "Plan", "Review", "Visitors", "Web"],
        ["Plan"] = ["Catalogue", "Database", "Geo", "Web", "PlanText"],
        ["Parks"] = ["Catalogue", "Database", "Plan", "Web"],
        ["SiteCheck"] = ["Accounts", "Catalogue", "Database", "Geo", "Web", "Writing"],
        ["Visitors"] = ["Web"],
        ["Enquiries"] = ["Database", "Parks", "Visitors", "Web"],
        ["Contests"] = ["Accounts", "Database", "Plan", "SiteCheck", "Visitors", "Web", "Writing"],
        ["Search"] = ["Catalogue", "Database", "Web"],
        ["GisData"] = ["Catalogue", "Checks", "Database", "Geo", "PlanText"],
        ["Checks"] = ["Catalogue", "Geo", "Web"],
        ["TestData"] = ["Catalogue", "Database", "Gdal", "Geo", "Web"],
        ["Web"] = ["Catalogue", "Database"],
        ["Database"] = [],
        ["Hosting"] = ["Catalogue", "Database", "Web"],
        ["Styles"] = ["Catalogue"],
        ["Catalogue"] = [],
        ["Geo"] = [],
        ["Gdal"] = ["Web"],
        ["Cql2"] = [],
        ["PlanText"] = [],
    };

    private static readonly string Server = Path.Combine(Repository.Root, "server");

    public static TheoryData<string> Folders => [.. Directory.GetDirectories(Server)
        .Select(folder => Path.GetFileName(folder))
        .Where(folder => folder is not ("bin" or "obj" or "Properties") && Sources(folder).Any())];

    [Theory]
    [MemberData(nameof(Folders))]
    public void A_folder_uses_only_what_lies_below_it(string folder)
    {
        Assert.Contains(folder, Arrows.Keys);
        foreach (var file in Sources(folder))
        {
            var used = Reference().Matches(File.ReadAllText(file)).Select(match => match.Groups["folder"].Value).Distinct();
            Assert.All(used.Where(name => name != folder && Arrows.ContainsKey(name)), name =>
                Assert.True(Arrows[folder].Contains(name), $"{Path.GetRelativePath(Server, file)} uses {name}"));
        }
    }

    /// <summary>A refusal is a RequestException with a code, whatever noticed it; Web alone makes answers of them.</summary>
    [Fact]
    public void No_endpoint_answers_a_refusal_by_itself()
    {
        var refusing = Directory.GetDirectories(Server).Select(folder => Path.GetFileName(folder))
            .Where(folder => folder is not ("bin" or "obj" or "Web" or "Hosting"))
            .SelectMany(Sources)
            .Where(file => OwnRefusal().IsMatch(File.ReadAllText(file)))
            .Select(file => Path.GetRelativePath(Server, file));
        Assert.Equal([], refusing);
    }

    [GeneratedRegex(@"\bResults\.(?:NotFound|BadRequest|Problem|ValidationProblem|Conflict|Unauthorized|Forbid|UnprocessableEntity)\b|Results\.StatusCode\((?:StatusCodes\.Status)?[45]|TypedResults\.(?:NotFound|BadRequest|Problem|ValidationProblem|Conflict|Unauthorized|Forbid|UnprocessableEntity)\b|TypedResults\.StatusCode\((?:StatusCodes\.Status)?[45]")]
    private static partial Regex OwnRefusal();

    [Theory]
    [InlineData("Ogc")]
    [InlineData("Plan")]
    [InlineData("Parks")]
    [InlineData("Search")]
    public void The_public_reads_what_is_published_and_nothing_else(string folder)
    {
        var schemas = Sources(folder).SelectMany(file => SqlName().Matches(File.ReadAllText(file))).Select(match => match.Groups["schema"].Value).ToList();
        Assert.NotEmpty(schemas);
        Assert.All(schemas, schema => Assert.Contains(schema, new[] { "published", "published_plan" }));
    }

    [Fact]
    public void Only_Geo_and_SQL_know_the_numbers_of_the_coordinate_systems()
    {
        var guilty = Directory.EnumerateFiles(Server, "*.cs", SearchOption.AllDirectories)
            .Where(file => !IsBuilt(file) && !file.Contains($"{Path.DirectorySeparatorChar}Geo{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
            .Where(file => CrsNumber().IsMatch(File.ReadAllText(file)))
            .Select(file => Path.GetFileName(file));

        // The warm-up of a connection is a statement of its own.
        Assert.Empty(guilty.Except(["PlanDatabase.cs"]));
    }

    /// <summary>What \d takes, digits of every script, int.Parse and double.Parse throw at.</summary>
    [Fact]
    public void Digits_in_patterns_are_those_that_can_be_parsed()
    {
        var guilty = Directory.EnumerateFiles(Server, "*.cs", SearchOption.AllDirectories)
            .Where(file => !IsBuilt(file) && File.ReadLines(file).Any(line => line.Contains("GeneratedRegex(", StringComparison.Ordinal) && line.Contains(@"\d", StringComparison.Ordinal)))
            .Select(file => Path.GetFileName(file));
        Assert.Empty(guilty);
    }

    [Fact]
    public void A_file_is_one_idea()
    {
        const int MostLines = 200;
        var long_ = Directory.EnumerateFiles(Server, "*.*", SearchOption.AllDirectories)
            .Where(file => !IsBuilt(file) && Path.GetExtension(file) is ".cs" or ".sql")
            .Select(file => (Name: Path.GetFileName(file), Lines: File.ReadLines(file).Count()))
            .Where(file => file.Lines > MostLines);
        Assert.Empty(long_);
    }

    [Fact]
    public void Whatever_runs_beside_requests_outlives_its_faults()
    {
        var services = typeof(BackgroundWork).Assembly.GetTypes().Where(type => typeof(IHostedService).IsAssignableFrom(type) && !type.IsAbstract).ToList();
        Assert.NotEmpty(services);
        Assert.All(services, service => Assert.True(typeof(BackgroundWork).IsAssignableFrom(service), $"{service.Name} is no {nameof(BackgroundWork)}"));
    }

    [Fact]
    public void Program_is_a_contents_page() =>
        Assert.InRange(File.ReadLines(Path.Combine(Server, "Program.cs")).Count(), 1, 80);

    private static IEnumerable<string> Sources(string folder) =>
        Directory.EnumerateFiles(Path.Combine(Server, folder), "*.cs", SearchOption.AllDirectories);

    private static bool IsBuilt(string file) => Path.GetRelativePath(Server, file).Split(Path.DirectorySeparatorChar)[0] is "bin" or "obj";

    /// <summary>"SpatialPlan.Server.Web" anywhere, and "Web.Problems" in code, which needs no using (Plan and Database are names of properties too).</summary>
    [GeneratedRegex(@"SpatialPlan\.Server\.(?<folder>[A-Z]\w+)|(?<![\w.""])(?<folder>Ogc|GisData|Web|Geo|PlanText)\.[A-Z]\w+[.(]")]
    private static partial Regex Reference();

    [GeneratedRegex(@"\b(?:from|join|into|update)\s+\(?(?<schema>[a-z_]+)\.[a-z_{]")]
    private static partial Regex SqlName();

    [GeneratedRegex(@"(?<!\d)(4490|4326|3857|4548|4527)(?!\d)")]
    private static partial Regex CrsNumber();
}
