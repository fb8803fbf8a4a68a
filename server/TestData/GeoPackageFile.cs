namespace SpatialPlan.Server.TestData;

/// <summary>The GeoPackage that the setting Plan:TestCollections names.</summary>
public sealed record GeoPackageFile(string Path)
{
    /// <summary>Where SQLite keeps the number of the application, and how that of a GeoPackage begins (clause 1.1.1.1.1).</summary>
    private const int NumberAt = 68;

    private static ReadOnlySpan<byte> Number => "GP"u8;

    /// <summary>Looks at the file before GDAL does, which would open anything it knows.</summary>
    /// <exception cref="TestDataException">It is not there, cannot be read, or is something else.</exception>
    public void Check()
    {
        var head = new byte[NumberAt + Number.Length];
        try
        {
            using var file = File.OpenRead(Path);
            if (file.ReadAtLeast(head, head.Length, throwOnEndOfStream: false) == head.Length && head.AsSpan(NumberAt).SequenceEqual(Number))
            {
                return;
            }
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new TestDataException($"the file cannot be read ({fault.Message})");
        }

        throw new TestDataException("the file is no GeoPackage");
    }
}

/// <summary>Why there are no test collections, as the end of a sentence.</summary>
public sealed class TestDataException(string reason) : Exception(reason);
