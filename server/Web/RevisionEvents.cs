using System.Collections.Frozen;
using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.Timeouts;
using SpatialPlan.Server.Database;

namespace SpatialPlan.Server.Web;

/// <summary>Ends when the process is to stop: answers that would go on for ever end with it.</summary>
public sealed record ProcessEnd(CancellationToken Token);

/// <summary>
/// Tells open pages of every new revision (server-sent events): one word to each, whoever made the change and on whichever
/// server. It is a hint: the page asks for what it shows, and who is not told asks from time to time. Pages of somebody are also
/// told that there are new notifications, whosever they are.
/// </summary>
public sealed class RevisionEvents(RevisionStore revisions, NotificationHint notifications, ProcessEnd end)
{
    public const string MediaType = "text/event-stream";

    /// <summary>Each costs a connection and a few kilobytes; who comes later asks instead.</summary>
    private const int Most = 2000;

    /// <summary>A connection that died in silence is found out, and proxies let live what speaks.</summary>
    private static readonly TimeSpan Beat = TimeSpan.FromSeconds(15);

    private static readonly string[] GetOrHead = [HttpMethods.Get, HttpMethods.Head];

    private int open;

    public static void Map(WebApplication app) =>
        app.MapMethods("/api/events", GetOrHead, app.Services.GetRequiredService<RevisionEvents>().Tell).AllowAnonymous().Offers(MediaType).WithMetadata(new DisableRequestTimeoutAttribute());

    private async Task Tell(HttpContext context)
    {
        QueryReader.Of(context.Request.Query, FrozenSet<string>.Empty);
        var response = context.Response;
        response.ContentType = MediaType;
        response.Headers.CacheControl = "no-store";
        response.Headers["X-Accel-Buffering"] = "no";
        if (HttpMethods.IsHead(context.Request.Method))
        {
            return;
        }

        if (Interlocked.Increment(ref open) > Most)
        {
            Interlocked.Decrement(ref open);
            throw RequestException.Away("busy");
        }

        try
        {
            context.Features.Get<IHttpResponseBodyFeature>()?.DisableBuffering();
            using var over = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, end.Token);
            await Follow(response, !RequestAudience.Of(context.Request).IsPublic, over.Token);
        }
        catch (OperationCanceledException)
        {
            // The page was closed, or the server stops.
        }
        finally
        {
            Interlocked.Decrement(ref open);
        }
    }

    /// <summary>Until the plan has another catalogue, too: then the page comes again, and is served by the application that has it.</summary>
    private async Task Follow(HttpResponse response, bool isSomebody, CancellationToken cancel)
    {
        var told = await revisions.Recent(cancel);
        await Write(response, Line(told), cancel);
        while (!revisions.Superseded.IsCompleted)
        {
            var (next, hint) = (revisions.After(told, cancel), isSomebody ? notifications.Next : revisions.Superseded);
            await Task.WhenAny(next, hint, revisions.Superseded, Task.Delay(Beat, cancel));
            if (isSomebody && hint.IsCompleted)
            {
                await Write(response, "event: notifications\ndata: {}\n\n", cancel);
            }

            if (next.IsCompleted)
            {
                told = await next;
                await Write(response, Line(told), cancel);
            }
            else if (!isSomebody || !hint.IsCompleted)
            {
                await Write(response, ":\n\n", cancel);
            }
        }
    }

    private static string Line(PlanRevision revision) =>
        string.Create(CultureInfo.InvariantCulture, $"event: revision\ndata: {{\"revision\":{revision.Number},\"tag\":\"{revision.Tag}\"}}\n\n");

    private static async Task Write(HttpResponse response, string text, CancellationToken cancel)
    {
        await response.Body.WriteAsync(Encoding.UTF8.GetBytes(text), cancel);
        await response.Body.FlushAsync(cancel);
    }
}
