using System.Diagnostics;
using System.Globalization;
using System.IO.Pipelines;
using System.Text;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.WebUtilities;

namespace SpatialPlan.Server.Web;

/// <summary>
/// A body for what Kestrel refuses before there is a request: a line that is none, an address or headers that are too
/// long, a request that does not come to its end. Kestrel tells of it (docs: "Diagnostics in Kestrel", BadRequest) and then
/// answers with a status alone; the connection puts the problem in the place of that answer, which is its last.
/// </summary>
public sealed class KestrelProblems : IObserver<KeyValuePair<string, object?>>
{
    private const string BadRequest = "Microsoft.AspNetCore.Server.Kestrel.BadRequest";

    /// <summary>Connections that can be answered for Kestrel; under TLS they could not, what lies below would be cipher.</summary>
    public static void Use(ListenOptions listen) => listen.Use(next => connection =>
    {
        var output = new LastWordWriter(connection.Transport.Output);
        connection.Features.Set(output);
        connection.Transport = new Pipes(connection.Transport.Input, output);
        return next(connection);
    });

    public static void Listen(IServiceProvider services) =>
        services.GetRequiredService<DiagnosticListener>().Subscribe(new KestrelProblems(), name => name == BadRequest);

    public void OnNext(KeyValuePair<string, object?> value)
    {
        if (value.Key == BadRequest
            && value.Value is IFeatureCollection refused
            && refused.Get<IHttpResponseFeature>() is { HasStarted: false, StatusCode: var status }
            && refused.Get<ITlsConnectionFeature>() is null
            && refused.Get<LastWordWriter>() is { } output)
        {
            output.LastWord = Answer(status, refused.Get<IHttpRequestFeature>()?.Method, refused.Get<IHttpRequestIdentifierFeature>()?.TraceIdentifier ?? "");
        }
    }

    public void OnCompleted()
    {
    }

    public void OnError(Exception error)
    {
    }

    private static byte[] Answer(int status, string? method, string traceId)
    {
        var body = Problems.Body(status, Problems.CodeOf(status), args: null, traceId);
        var head = string.Create(CultureInfo.InvariantCulture, $"HTTP/1.1 {status} {ReasonPhrases.GetReasonPhrase(status)}\r\nDate: {DateTimeOffset.UtcNow:R}\r\nConnection: close\r\n")
            + string.Create(CultureInfo.InvariantCulture, $"Content-Type: {Problems.MediaType}\r\nContent-Length: {body.Length}\r\nCache-Control: no-store\r\nX-Content-Type-Options: nosniff\r\n\r\n");
        return [.. Encoding.ASCII.GetBytes(head), .. HttpMethods.IsHead(method ?? "") ? [] : body];
    }

    private sealed record Pipes(PipeReader Input, PipeWriter Output) : IDuplexPipe;
}
