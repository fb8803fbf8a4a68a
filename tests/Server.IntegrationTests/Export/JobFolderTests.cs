using System.Runtime.Versioning;
using SpatialPlan.Server.Export;
using SpatialPlan.Server.Gdal;

namespace SpatialPlan.Server.IntegrationTests.Export;

/// <summary>Exports are made among the temporary files, where others may put what they like under any name.</summary>
[UnsupportedOSPlatform("windows")]
public sealed class JobFolderTests : IDisposable
{
    private const UnixFileMode Private = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    private readonly List<string> made = [];

    [Fact]
    public void It_is_fresh_and_its_owner_s_alone()
    {
        using var folder = JobFolder.Create();
        Assert.Equal(Private, File.GetUnixFileMode(folder.FullName));
        using var other = JobFolder.Create();
        Assert.NotEqual(folder.FullName, other.FullName);
        other.Dispose();
        Assert.False(Directory.Exists(other.FullName));
    }

    [Fact]
    public void What_a_killed_server_left_is_removed_and_what_a_living_one_makes_is_not()
    {
        var left = Made("left", Private);
        File.WriteAllText(Path.Combine(left, "claim"), "");
        File.WriteAllText(Path.Combine(left, "features.geojsonl"), "{}");
        using var living = JobFolder.Create();
        using var next = JobFolder.Create();
        Assert.False(Directory.Exists(left));
        Assert.True(Directory.Exists(living.FullName));
    }

    [Fact]
    public void The_sweep_follows_no_link_and_touches_nothing_that_is_not_its_own()
    {
        // Somebody's files, and a name by which a server may be led to them.
        var precious = Made("precious", Private, "elsewhere-");
        File.WriteAllText(Path.Combine(precious, "claim"), "");
        File.WriteAllText(Path.Combine(precious, "letter"), "");
        var link = Path.Combine(Path.GetTempPath(), $"{LeftFolders.Prefix}link-{Guid.NewGuid():N}");
        Directory.CreateSymbolicLink(link, precious);
        made.Add(link);

        // A folder that others may enter, and one that is not claimed yet.
        var open = Made("open", Private | UnixFileMode.GroupRead | UnixFileMode.GroupExecute | UnixFileMode.OtherRead | UnixFileMode.OtherExecute);
        File.WriteAllText(Path.Combine(open, "claim"), "");
        var young = Made("young", Private);
        using var next = JobFolder.Create();
        Assert.All(new[] { Path.Combine(precious, "letter"), link, open, young }, path => Assert.True(Path.Exists(path), path));
    }

    [Fact]
    public async Task The_sweep_leaves_what_belongs_to_another_user()
    {
        Assert.SkipUnless(Environment.IsPrivilegedProcess, "only root can give a folder to another user");
        var foreign = Made("foreign", Private);
        await File.WriteAllTextAsync(Path.Combine(foreign, "claim"), "", TestContext.Current.CancellationToken);
        await GdalTool.Run("chown", ["-R", "nobody", foreign]);
        using var next = JobFolder.Create();
        Assert.True(File.Exists(Path.Combine(foreign, "claim")));
    }

    public void Dispose()
    {
        // A link goes before what it leads to.
        foreach (var path in Enumerable.Reverse(made).Where(Path.Exists))
        {
            Directory.Delete(path, recursive: true);
        }
    }

    private string Made(string name, UnixFileMode mode, string prefix = LeftFolders.Prefix)
    {
        var path = Path.Combine(Path.GetTempPath(), $"{prefix}{name}-{Guid.NewGuid():N}");
        Directory.CreateDirectory(path, mode);
        made.Add(path);
        return path;
    }
}
