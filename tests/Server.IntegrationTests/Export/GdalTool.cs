using System.Diagnostics;
using System.Text.Json.Nodes;

namespace SpatialPlan.Server.IntegrationTests.Export;

/// <summary>The real GDAL reads what the server wrote.</summary>
public static class GdalTool
{
    private static readonly Lazy<bool> There = new(() => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, "ogr2ogr"))));

    public static bool IsThere => There.Value;

    public static void SkipWithout() => Assert.SkipUnless(There.Value, "GDAL (gdal-bin) is not installed");

    /// <summary>The features of a layer as GDAL reads them, in the coordinates of the file.</summary>
    public static async Task<IReadOnlyList<JsonNode>> Read(string dataset, string layer, params string[] options)
    {
        var target = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.geojsonl");
        try
        {
            // The text of the layer as it is: GeoJSON text sequences would be projected to degrees.
            await Run("ogr2ogr", ["-f", "GeoJSON", "-lco", "RFC7946=NO", "-lco", "COORDINATE_PRECISION=12", .. options, target, dataset, layer]);
            return [.. JsonNode.Parse(await File.ReadAllTextAsync(target))!["features"]!.AsArray().Select(feature => feature!)];
        }
        finally
        {
            File.Delete(target);
        }
    }

    public static async Task<string> Run(string program, IEnumerable<string> arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var error = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.True(process.ExitCode == 0, $"{program}: {await error}");
        return output;
    }
}
