using System.ComponentModel;
using System.Diagnostics;
using SpatialPlan.Server.Web;

namespace SpatialPlan.Server.Gdal;

/// <summary>
/// Runs ogr2ogr and ogrinfo: arguments as a list, never through a shell, in an environment of their own; whoever
/// cancels kills them.
/// </summary>
public sealed class GdalProcess(ILogger<GdalProcess> log, string writer = "ogr2ogr", string reader = "ogrinfo")
{
    private const int MostWordsOfError = 2000;
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(90);

    /// <summary>Writes with ogr2ogr.</summary>
    /// <exception cref="InvalidOperationException">It failed, or said that something was lost on the way.</exception>
    public Task Run(IEnumerable<string> arguments, JobFolder folder, CancellationToken cancel) => Run(writer, arguments, folder, cancel);

    /// <summary>What ogrinfo tells.</summary>
    /// <exception cref="InvalidOperationException">It failed.</exception>
    public Task<string> Tell(IEnumerable<string> arguments, JobFolder folder, CancellationToken cancel) => Run(reader, arguments, folder, cancel);

    /// <summary>
    /// Nothing of what the server inherited: PROJ_LIB or GDAL_DATA of another program have GDAL write empty files, and
    /// GDAL_DRIVER_PATH, a gdalrc in the home directory or a preloaded library change what it does.
    /// </summary>
    private static void Isolate(IDictionary<string, string?> environment, JobFolder folder)
    {
        var path = environment["PATH"];
        environment.Clear();
        environment["PATH"] = path;
        environment["LC_ALL"] = "C.UTF-8";

        // What a driver keeps aside stays in the folder of the job, and no configuration of a user is found there.
        environment["HOME"] = environment["TMPDIR"] = environment["CPL_TMPDIR"] = folder.FullName;

        // One core and little memory each.
        environment["GDAL_NUM_THREADS"] = "1";
    }

    private async Task<string> Run(string program, IEnumerable<string> arguments, JobFolder folder, CancellationToken cancel)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = folder.FullName,
            RedirectStandardError = true,
            RedirectStandardOutput = true,
            UseShellExecute = false,
        };
        Isolate(start.Environment, folder);
        using var process = Start(start);
        using var time = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        time.CancelAfter(Limit);
        try
        {
            var complaints = process.StandardError.ReadToEndAsync(time.Token);
            var told = await process.StandardOutput.ReadToEndAsync(time.Token);
            await process.WaitForExitAsync(time.Token);
            Check(program, process.ExitCode, await complaints);
            return told;
        }
        catch (OperationCanceledException)
        {
            log.LogInformation("Stopped {Program} of process {Process}", program, process.Id);
            await Kill(process);
            cancel.ThrowIfCancellationRequested();
            throw new RequestException(StatusCodes.Status504GatewayTimeout, "too-slow");
        }
        finally
        {
            await Kill(process);
        }
    }

    /// <summary>GDAL goes on after many an error, and ends with 0 (CPLError, class CE_Failure, is written as "ERROR number:").</summary>
    private static void Check(string program, int exitCode, string complaints)
    {
        if (exitCode != 0 || complaints.Split('\n').Any(line => line.StartsWith("ERROR ", StringComparison.Ordinal)))
        {
            throw new InvalidOperationException($"{program} ended with {exitCode}: {complaints[..Math.Min(complaints.Length, MostWordsOfError)]}");
        }
    }

    private static Process Start(ProcessStartInfo start)
    {
        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception)
        {
            throw RequestException.Away("gdal-missing");
        }
    }

    private static async Task Kill(Process process)
    {
        if (!process.HasExited)
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync(CancellationToken.None);
        }
    }
}
