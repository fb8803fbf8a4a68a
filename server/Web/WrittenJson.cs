using System.Text.Json;

namespace SpatialPlan.Server.Web;

/// <summary>
/// An answer that is written as it is sent, for one that may be megabytes: nothing holds the whole of it. What can be
/// refused is refused before; a writer that fails breaks the answer off.
/// </summary>
/// <param name="write">Writes the one value, and calls what it is given between parts, which sends what there is.</param>
public sealed class WrittenJson(Func<Utf8JsonWriter, Func<ValueTask>, Task> write) : IResult, IStatusCodeHttpResult
{
    /// <summary>As much as Kestrel takes before it waits for the reader.</summary>
    private const int SentAt = 32_768;

    private static readonly JsonWriterOptions Format = new() { Encoder = JsonText.Format.Encoder };

    public int? StatusCode => StatusCodes.Status200OK;

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var (response, cancel) = (httpContext.Response, httpContext.RequestAborted);
        response.ContentType = "application/json";
        await using var json = new Utf8JsonWriter(response.BodyWriter, Format);
        var sent = 0L;
        await write(json, async () =>
        {
            // The writer passes on what it holds as it goes; what it has passed on waits for a flush of its own.
            var written = json.BytesCommitted + json.BytesPending;
            if (written - sent >= SentAt)
            {
                json.Flush();
                await response.BodyWriter.FlushAsync(cancel);
                sent = written;
            }
        });
    }
}
