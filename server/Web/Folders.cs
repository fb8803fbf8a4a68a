namespace SpatialPlan.Server.Web;

/// <summary>Finds the folders that stand beside the server in a checkout and in an installation alike.</summary>
public static class Folders
{
    /// <summary>The folder that is set, or the nearest one at or above the content root or the program.</summary>
    /// <param name="setting">What is configured; empty means look for it.</param>
    /// <param name="relative">The folder to look for, as a path from the top of the checkout.</param>
    /// <param name="contentRoot">Where the server was started.</param>
    public static string Find(string setting, string relative, string contentRoot)
    {
        if (setting.Length > 0)
        {
            return Path.GetFullPath(setting, contentRoot);
        }

        return Above(contentRoot).Concat(Above(AppContext.BaseDirectory))
            .Select(folder => Path.Combine(folder, relative))
            .FirstOrDefault(Directory.Exists) ?? Path.Combine(contentRoot, "..", relative);
    }

    private static IEnumerable<string> Above(string folder)
    {
        for (var here = new DirectoryInfo(folder); here is not null; here = here.Parent)
        {
            yield return here.FullName;
        }
    }
}
