using System.Text.Json;
using SpatialPlan.Server.Web;

namespace SpatialPlan.Server.Search;

/// <summary>Finds the tables that the build makes. Without one everything else is found, and the log says what is missing.</summary>
public static class BuiltTables
{
    private const string Made = ".data/build";

    public static PinyinTable Pinyin(string setting, string contentRoot, ILogger log) =>
        Read(Path(setting, contentRoot), PinyinTable.Read, PinyinTable.Empty, "node scripts/pinyin.mjs", log);

    /// <summary>Beside the table of pinyin, wherever that is.</summary>
    public static SimplifiedTable Simplified(string setting, string contentRoot, ILogger log) =>
        Read(System.IO.Path.Combine(System.IO.Path.GetDirectoryName(Path(setting, contentRoot))!, "simplified.json"), SimplifiedTable.Read, SimplifiedTable.Empty, "node scripts/simplified.mjs", log);

    private static string Path(string setting, string contentRoot) =>
        setting.Length > 0 ? System.IO.Path.GetFullPath(setting, contentRoot) : System.IO.Path.Combine(Folders.Find("", Made, contentRoot), "pinyin.json");

    private static T Read<T>(string path, Func<string, T> read, T empty, string maker, ILogger log)
    {
        try
        {
            return read(path);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or JsonException)
        {
            log.LogWarning("Search does without {Table}: it cannot be read ({Reason}); {Maker} makes it", path, fault.Message, maker);
            return empty;
        }
    }
}
