using System.Security.Cryptography;
using System.Text;

namespace SpatialPlan.Server.GisData;

/// <summary>One number for everything a load depends on: a start with the same number has nothing to load.</summary>
public static class PackageHash
{
    public static string Of(string directory)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

        // What is computed at load may change with the loader.
        hash.AppendData(typeof(PackageHash).Assembly.ManifestModule.ModuleVersionId.ToByteArray());
        foreach (var file in Files(directory))
        {
            hash.AppendData(Encoding.UTF8.GetBytes(file));
            hash.AppendData(SHA256.HashData(File.ReadAllBytes(Path.Combine(directory, file))));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static IEnumerable<string> Files(string directory) =>
        new[] { "catalogue", "layers" }
            .Select(folder => Path.Combine(directory, folder))
            .Where(Directory.Exists)
            .SelectMany(folder => Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
            .Concat(new[] { PackageReader.TargetsFile, PlanLists.ContradictionsFile, PlanLists.IndustriesFile, PlanLists.PoliciesFile }.Select(file => Path.Combine(directory, file)))
            .Where(File.Exists)
            .Select(path => Path.GetRelativePath(directory, path).Replace('\\', '/'))
            .Order(StringComparer.Ordinal);
}
