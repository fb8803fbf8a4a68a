using System.IO.Compression;
using System.Net;

namespace SpatialPlan.Server.IntegrationTests.Export;

/// <summary>An export as somebody has it on disk.</summary>
public sealed class ExportFile : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("plan-export-");

    private ExportFile()
    {
    }

    /// <summary>The path as GDAL opens it; inside the zip where there is one.</summary>
    public string Dataset { get; private set; } = "";

    public string FileName { get; private set; } = "";

    public HttpResponseMessage Response { get; private set; } = null!;

    public static async Task<ExportFile> Get(PlanServer server, string collection, string query)
    {
        var file = new ExportFile { Response = await server.Send($"/ogc/collections/{collection}/export?{query}") };
        Assert.True(file.Response.StatusCode == HttpStatusCode.OK, $"{collection} {query}: {await file.Response.Content.ReadAsStringAsync()}");
        var name = file.Response.Content.Headers.ContentDisposition!.FileName!.Trim('"');
        file.FileName = Path.Combine(file.folder.FullName, name);
        await File.WriteAllBytesAsync(file.FileName, await file.Response.Content.ReadAsByteArrayAsync());
        file.Dataset = file.FileName.EndsWith(".zip", StringComparison.Ordinal)
            ? $"/vsizip/{file.FileName}/{collection}.{name.Split('.')[^2]}"
            : file.FileName;
        return file;
    }

    /// <summary>The lines of a side file.</summary>
    public IReadOnlyList<string> Side(string name)
    {
        using var zip = ZipFile.OpenRead(FileName);
        using var reader = new StreamReader(zip.GetEntry(name)!.Open());
        return reader.ReadToEnd().Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
    }

    public void Dispose()
    {
        Response.Dispose();
        folder.Delete(recursive: true);
    }
}
