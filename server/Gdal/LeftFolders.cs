using System.Formats.Tar;

namespace SpatialPlan.Server.Gdal;

/// <summary>
/// What servers that were killed have left among the temporary files, where others may put what they like under any
/// name: only a directory of our own user that nobody else may enter, and that no living server holds, is removed.
/// </summary>
internal static class LeftFolders
{
    public const string Prefix = "spatialplan-export-";

    private const string ClaimName = "claim";
    private const UnixFileMode Private = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    /// <summary>Holds a folder while its server lives: the system lets go of the lock (flock) with the process.</summary>
    public static FileStream Claim(DirectoryInfo folder) =>
        new(Path.Combine(folder.FullName, ClaimName), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);

    /// <summary>Removes what lies beside a folder of ours and belongs to nobody any more.</summary>
    public static void Sweep(DirectoryInfo own)
    {
        var user = Look(own.FullName)?.Uid;
        foreach (var left in own.Parent!.EnumerateDirectories($"{Prefix}*").Where(left => left.Name != own.Name))
        {
            if (Look(left.FullName) is { EntryType: TarEntryType.Directory, Mode: Private } seen && seen.Uid == user)
            {
                RemoveUnclaimed(left);
            }
        }
    }

    public static void Remove(DirectoryInfo folder)
    {
        try
        {
            folder.Delete(recursive: true);
        }
        catch (DirectoryNotFoundException)
        {
            // Somebody cleared the temporary files.
        }
    }

    private static void RemoveUnclaimed(DirectoryInfo left)
    {
        try
        {
            // A folder without the file is being made at this moment.
            using var claim = new FileStream(Path.Combine(left.FullName, ClaimName), FileMode.Open, FileAccess.ReadWrite, FileShare.None);
            Remove(left);
        }
        catch (IOException)
        {
            // A living server works in it.
        }
    }

    /// <summary>
    /// Kind, mode and owner of what lies at a path, a link not followed; null when it is gone. The runtime tells the owner
    /// only to who writes an archive.
    /// </summary>
    private static PosixTarEntry? Look(string path)
    {
        using var archive = new MemoryStream();
        try
        {
            using var writer = new TarWriter(archive, TarEntryFormat.Gnu, leaveOpen: true);
            writer.WriteEntry(path, "seen");
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return null;
        }

        archive.Position = 0;
        using var reader = new TarReader(archive);
        return reader.GetNextEntry() as PosixTarEntry;
    }
}
