using System.Diagnostics;
using System.IO.Pipelines;
using System.Text;
using SpatialPlan.Server.Gdal;

namespace SpatialPlan.Server.Export;

/// <summary>
/// An export that leaves while it is read from the database, as long as its reader keeps up. What a slow one leaves goes
/// into a file that is sent afterwards: the turn and the connection to the database last no longer for it.
/// </summary>
public sealed class ExportOutput(PipeWriter reader, TimeSpan? patience = null) : IDisposable
{
    private const int FlushBytes = 64 * 1024;

    /// <summary>A reader that takes so much is served from the database.</summary>
    private const double BytesPerSecond = 4 * 1024 * 1024;
    private const int BufferBytes = 64 * 1024;

    private static readonly TimeSpan DefaultPatience = TimeSpan.FromSeconds(5);

    private Task<FlushResult>? pending;
    private JobFolder? folder;
    private FileStream? file;
    private PipeWriter? spill;
    private TimeSpan waited;
    private long sent;

    /// <summary>How much waits in a file.</summary>
    public long Spilled => file?.Length ?? 0;

    private PipeWriter Current => spill ?? reader;

    public void Put(string text) => Encoding.UTF8.GetBytes(text, Current);

    /// <summary>Passes on what has been put, when it is much.</summary>
    public async ValueTask FlushWhenFull(CancellationToken cancel)
    {
        if (Current.UnflushedBytes > FlushBytes)
        {
            await Flush(cancel);
        }
    }

    public async ValueTask Flush(CancellationToken cancel)
    {
        sent += Current.UnflushedBytes;
        if (file is not null)
        {
            await Current.FlushAsync(cancel);
            JobFolder.Check(file.Length);
            return;
        }

        var flush = Current.FlushAsync(cancel);
        if (!flush.IsCompleted)
        {
            pending = flush.AsTask();
            await Wait(cancel);
            return;
        }

        Check(await flush);
    }

    /// <summary>Sends what lies in the file, if there is one.</summary>
    public async Task SendRest(CancellationToken cancel)
    {
        if (file is null || spill is null || pending is null)
        {
            return;
        }

        await spill.CompleteAsync();
        Check(await pending.WaitAsync(cancel));
        file.Position = 0;
        await file.CopyToAsync(reader, cancel);
        await reader.FlushAsync(cancel);
    }

    public void Dispose()
    {
        file?.Dispose();
        folder?.Dispose();
    }

    /// <summary>The time that a reader has taken counts, less what its bytes allow for.</summary>
    private async Task Wait(CancellationToken cancel)
    {
        var left = (patience ?? DefaultPatience) + TimeSpan.FromSeconds(sent / BytesPerSecond) - waited;
        var since = Stopwatch.GetTimestamp();
        try
        {
            Check(await pending!.WaitAsync(left > TimeSpan.Zero ? left : TimeSpan.Zero, cancel));
            pending = null;
        }
        catch (TimeoutException)
        {
            folder = JobFolder.Create();
            file = new FileStream(folder.File("rest"), FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, BufferBytes, FileOptions.Asynchronous);
            spill = PipeWriter.Create(file, new StreamPipeWriterOptions(leaveOpen: true));
        }

        waited += Stopwatch.GetElapsedTime(since);
    }

    private static void Check(FlushResult flush)
    {
        if (flush.IsCompleted)
        {
            throw new OperationCanceledException("Nobody reads on.");
        }
    }
}
