// The namespace above both test projects: each compiles this file and finds it without a using.
namespace SpatialPlan.Server;

/// <summary>The checkout the tests run from.</summary>
public static class Repository
{
    public static string Root { get; } = FindRoot();

    public static string GisData => Path.Combine(Root, "gis-data");

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "SpatialPlan.sln")))
            {
                return folder.FullName;
            }
        }

        throw new DirectoryNotFoundException("The tests run inside a checkout, beside SpatialPlan.sln.");
    }
}
