using SpatialPlan.Server.Web;

namespace SpatialPlan.Server.Gdal;

/// <summary>
/// The folder of one export, with room for so much and gone afterwards. It is fresh and its owner's alone (mkdtemp, mode
/// 0700), for the folder of temporary files belongs to everybody. Names inside are ours, never a request's.
/// </summary>
public sealed class JobFolder : IDisposable
{
    /// <summary>A hundred thousand features take about a tenth of it.</summary>
    public const long MostBytes = 512L * 1024 * 1024;

    private readonly DirectoryInfo folder;
    private readonly FileStream claim;

    private JobFolder(DirectoryInfo folder, FileStream claim) => (this.folder, this.claim) = (folder, claim);

    public string FullName => folder.FullName;

    public IEnumerable<FileInfo> Files => folder.EnumerateFiles("*", SearchOption.AllDirectories);

    public static JobFolder Create()
    {
        var folder = Directory.CreateTempSubdirectory(LeftFolders.Prefix);
        var claim = LeftFolders.Claim(folder);
        LeftFolders.Sweep(folder);
        return new JobFolder(folder, claim);
    }

    public string File(string name) => Path.Combine(folder.FullName, name);

    /// <summary>Stops an export that grows beyond its room.</summary>
    public static void Check(long bytes)
    {
        if (bytes > MostBytes)
        {
            throw new RequestException(StatusCodes.Status413PayloadTooLarge, "export-too-large", new { maximum = MostBytes });
        }
    }

    public void Dispose()
    {
        LeftFolders.Remove(folder);
        claim.Dispose();
    }
}
