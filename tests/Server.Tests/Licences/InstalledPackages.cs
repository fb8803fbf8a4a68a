using System.Text.Json;
using System.Xml.Linq;

namespace SpatialPlan.Server.Tests.Licences;

/// <summary>Every package of both registries, transitive ones too, as restored on this machine.</summary>
internal static class InstalledPackages
{
    private static readonly string[] Projects = ["server", "tests/Server.Tests", "tests/Server.IntegrationTests"];

    /// <summary>NuGet: what each project resolved (project.assets.json), the licence from the package's own nuspec.</summary>
    public static IReadOnlyList<Package> NuGet() => [.. Projects.SelectMany(Restored).Distinct()];

    /// <summary>npm: the lock file lists all platforms' packages and repeats the licence each one declares.</summary>
    public static IReadOnlyList<Package> Npm()
    {
        using var document = JsonDocument.Parse(File.ReadAllText(Path.Combine(Repository.Root, "package-lock.json")));
        return
        [
            .. document.RootElement.GetProperty("packages").EnumerateObject()
                .Where(package => package.Name.Length > 0)
                .Select(package => new Package(package.Name, package.Value.TryGetProperty("license", out var licence) ? licence.GetString() : null)),
        ];
    }

    private static IEnumerable<Package> Restored(string project)
    {
        var assets = Path.Combine(Repository.Root, project, "obj", "project.assets.json");
        using var document = JsonDocument.Parse(File.ReadAllText(assets));
        string[] folders = [.. document.RootElement.GetProperty("packageFolders").EnumerateObject().Select(folder => folder.Name)];
        foreach (var library in document.RootElement.GetProperty("libraries").EnumerateObject())
        {
            if (library.Value.GetProperty("type").GetString() == "package")
            {
                var path = library.Value.GetProperty("path").GetString()!;
                yield return new Package(library.Name, Declared(folders.Select(folder => Path.Combine(folder, path)).First(Directory.Exists)));
            }
        }
    }

    private static string? Declared(string folder)
    {
        var nuspec = XDocument.Load(Directory.EnumerateFiles(folder, "*.nuspec").Single());
        var licence = nuspec.Descendants().FirstOrDefault(element => element.Name.LocalName == "license");

        // A licence as a file of the package is for a person to read: it is not a known one until the policy says so.
        return licence?.Attribute("type")?.Value == "expression" ? licence.Value.Trim() : licence is null ? null : $"file {licence.Value}";
    }
}
