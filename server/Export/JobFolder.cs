using SpatialPlan.Server.Web;

namespace SpatialPlan.Server.Export;

/// <summary>The folder of one export, with room for so much and gone afterwards. Names inside are ours, never a request's.</summary>
public sealed class JobFolder : IDisposable
{
    /// <summary>A hundred thousand features take about a tenth of it.</summary>
    public const long MostBytes = 512L * 1024 * 1024;

    private static readonly TimeSpan Stale = TimeSpan.FromHours(1);

    private readonly DirectoryInfo folder;

    private JobFolder(DirectoryInfo folder) => this.folder = folder;

    /// <summary>Where the folders stand; what a server that was killed left here is swept up by the next export.</summary>
    public static string Home { get; } = Path.Combine(Path.GetTempPath(), $"spatialplan-exports-{Environment.UserName}");

    public string FullName => folder.FullName;

    public static JobFolder Create()
    {
        var home = Directory.CreateDirectory(Home);
        foreach (var left in home.EnumerateDirectories().Where(left => left.LastWriteTimeUtc < DateTime.UtcNow - Stale))
        {
            Remove(left);
        }

        return new JobFolder(home.CreateSubdirectory(Guid.NewGuid().ToString("N")));
    }

    public string File(string name) => Path.Combine(folder.FullName, name);

    public IEnumerable<FileInfo> Files => folder.EnumerateFiles("*", SearchOption.AllDirectories);

    /// <summary>Stops an export that grows beyond its room.</summary>
    public static void Check(long bytes)
    {
        if (bytes > MostBytes)
        {
            throw new RequestException(StatusCodes.Status413PayloadTooLarge, "export-too-large", new { maximum = MostBytes });
        }
    }

    public void Dispose() => Remove(folder);

    private static void Remove(DirectoryInfo folder)
    {
        try
        {
            folder.Delete(recursive: true);
        }
        catch (DirectoryNotFoundException)
        {
            // Another server swept it up first.
        }
    }
}
