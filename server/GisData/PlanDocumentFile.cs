using System.Security.Cryptography;

namespace SpatialPlan.Server.GisData;

/// <summary>Where the text of the plan should be. It is the owner's file and not part of the package.</summary>
public sealed record PlanDocumentFile(string Path, bool IsAskedFor)
{
    public const string Variable = "PLAN_DOCUMENT";

    /// <summary>A plan of 200 kB is long; what is a hundred times longer is another kind of file.</summary>
    public const long MaximumBytes = 32 * 1024 * 1024;

    /// <summary>The file that is set, or the one its owner may have put into the package.</summary>
    public static PlanDocumentFile Find(string setting, IConfiguration configuration, string package, string contentRoot) =>
        setting.Length > 0 ? new(System.IO.Path.GetFullPath(setting, contentRoot), IsAskedFor: true)
        : configuration[Variable] is { Length: > 0 } variable ? new(System.IO.Path.GetFullPath(variable), IsAskedFor: true)
        : new(System.IO.Path.Combine(package, "plan", "plan.txt"), IsAskedFor: false);

    /// <summary>The bytes, or the code of the reason why there are none.</summary>
    public (byte[]? Bytes, string? Reason) Read()
    {
        try
        {
            var file = new FileInfo(Path);
            return !file.Exists ? (null, IsAskedFor ? NoDocument.NotFound : NoDocument.Absent)
                : file.Length > MaximumBytes ? (null, NoDocument.TooLarge)
                : (File.ReadAllBytes(Path), null);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return (null, NoDocument.NotReadable);
        }
    }

    /// <summary>One number for the document and for the reader, which may read it better next time.</summary>
    public static string HashOf(byte[] bytes)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(typeof(PlanDocumentFile).Assembly.ManifestModule.ModuleVersionId.ToByteArray());
        hash.AppendData(bytes);
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}

/// <summary>The verdicts of a report that stand for "there was nothing to read".</summary>
public static class NoDocument
{
    public const string Absent = "absent";
    public const string NotFound = "not-found";
    public const string NotReadable = "not-readable";
    public const string TooLarge = "too-large";
}
