using System.IO.Compression;
using System.IO.Pipelines;
using SpatialPlan.Server.Gdal;
using SpatialPlan.Server.Web;

namespace SpatialPlan.Server.Export;

/// <summary>Makes the file of an export in the folder of its job, alone or with what explains it in one zip.</summary>
public sealed class ExportPackage(GdalFiles gdal)
{
    /// <summary>The path of the file to send.</summary>
    public async Task<string> Make(ExportFeatures features, JobFolder folder, CancellationToken cancel)
    {
        var query = features.Query;
        var name = query.Selection.Collection.Id;
        var sides = query.Format!.Driver is null
            ? await WriteStreamed(features, folder, name, cancel)
            : await gdal.Write(features, folder, name, cancel);
        if (!query.IsZip)
        {
            return Path.Combine(folder.File("out"), $"{name}.{query.Format.Extension}");
        }

        var path = folder.File("package.zip");
        await using var zip = await ZipFile.OpenAsync(path, ZipArchiveMode.Create, cancel);
        foreach (var file in new DirectoryInfo(folder.File("out")).EnumerateFiles().OrderBy(file => file.Name, StringComparer.Ordinal))
        {
            await zip.CreateEntryFromFileAsync(file.FullName, file.Name, CompressionLevel.Fastest, cancel);
        }

        foreach (var (side, rows) in sides)
        {
            var text = string.Concat(rows.Select(Spreadsheet.CsvRow));
            if (text.Length > 0)
            {
                await using var entry = await zip.CreateEntry(side, CompressionLevel.Fastest).OpenAsync(cancel);
                await entry.WriteAsync(System.Text.Encoding.UTF8.GetBytes(Spreadsheet.ByteOrderMark + text), cancel);
            }
        }

        return path;
    }

    private static async Task<IReadOnlyDictionary<string, IEnumerable<string?[]>>> WriteStreamed(ExportFeatures features, JobFolder folder, string name, CancellationToken cancel)
    {
        Directory.CreateDirectory(folder.File("out"));
        await using var file = File.Create(Path.Combine(folder.File("out"), $"{name}.{features.Query.Format!.Extension}"));
        var writer = PipeWriter.Create(file);
        using var output = new ExportOutput(writer);
        await StreamedFiles.Write(features, output, cancel);
        await writer.CompleteAsync();
        JobFolder.Check(folder.Files.Sum(written => written.Length));
        return new Dictionary<string, IEnumerable<string?[]>>
        {
            ["metadata.csv"] = features.Metadata.Rows.Select(row => new[] { row.Key, row.Value }).Prepend(["key", "value"]),
        };
    }
}
