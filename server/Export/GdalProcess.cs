using System.ComponentModel;
using System.Diagnostics;
using SpatialPlan.Server.Web;

namespace SpatialPlan.Server.Export;

/// <summary>Runs ogr2ogr: arguments as a list, never through a shell; whoever cancels kills it.</summary>
public sealed class GdalProcess(ILogger<GdalProcess> log, string program = "ogr2ogr")
{
    private const int MostWordsOfError = 2000;
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(90);

    public async Task Run(IEnumerable<string> arguments, JobFolder folder, CancellationToken cancel)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = folder.FullName,
            RedirectStandardError = true,
            RedirectStandardOutput = true,
            UseShellExecute = false,
        };

        // One core and little memory each; what a driver keeps aside stays in the folder of the job.
        start.Environment["GDAL_NUM_THREADS"] = "1";
        start.Environment["CPL_TMPDIR"] = folder.FullName;
        using var process = Start(start);
        using var time = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        time.CancelAfter(Limit);
        try
        {
            var error = process.StandardError.ReadToEndAsync(time.Token);
            await process.StandardOutput.ReadToEndAsync(time.Token);
            await process.WaitForExitAsync(time.Token);
            if (process.ExitCode != 0)
            {
                var words = await error;
                throw new InvalidOperationException($"{program} ended with {process.ExitCode}: {words[..Math.Min(words.Length, MostWordsOfError)]}");
            }
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
