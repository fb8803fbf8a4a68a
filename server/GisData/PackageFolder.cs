namespace SpatialPlan.Server.GisData;

/// <summary>Where the package is that is loaded. What is served is in the database, whatever lies here meanwhile.</summary>
public sealed record PackageFolder(string Path)
{
    /// <summary>The variable that names another package than gis-data.</summary>
    public const string Variable = "PLAN_PACKAGE";

    /// <summary>The folder's name where nothing else is said.</summary>
    public const string Default = "gis-data";

    /// <summary>The folder that the verb names, or else the variable, both from where the process was started.</summary>
    /// <param name="argument">Of the verb load.</param>
    /// <param name="variable">What <see cref="Variable"/> says.</param>
    /// <param name="otherwise">The folder that is set, or the one beside the server.</param>
    public static PackageFolder Find(string? argument, string? variable, string otherwise) => new(
        argument is { Length: > 0 } ? System.IO.Path.GetFullPath(argument)
        : variable is { Length: > 0 } ? System.IO.Path.GetFullPath(variable)
        : otherwise);
}
