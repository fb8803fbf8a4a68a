using System.Text.Json;
using SpatialPlan.Server.Web;

namespace SpatialPlan.Server.Search;

/// <summary>Finds the table that the build makes. Without it everything else is found, and the log says what is missing.</summary>
public static class PinyinFile
{
    private const string Made = ".data/build";
    private const string Name = "pinyin.json";

    public static PinyinTable Read(string setting, string contentRoot, ILogger log)
    {
        var path = setting.Length > 0 ? Path.GetFullPath(setting, contentRoot) : Path.Combine(Folders.Find("", Made, contentRoot), Name);
        try
        {
            return PinyinTable.Read(path);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or JsonException)
        {
            log.LogWarning("Search does without pinyin: {Path} cannot be read ({Reason}); node scripts/pinyin.mjs makes it", path, fault.Message);
            return PinyinTable.Empty;
        }
    }
}
