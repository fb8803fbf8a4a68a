using System.Diagnostics;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.WebUtilities;
using SpatialPlan.Server.Database;

namespace SpatialPlan.Server.Web;

/// <summary>Every error leaves as application/problem+json with a code; SQL and stack stay in the log, under the traceId.</summary>
public static class Problems
{
    public const string MediaType = "application/problem+json";

    /// <summary>After which it is worth another try, where the refusal does not say.</summary>
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(2);

    private static readonly string[] Challenges = ["Bearer realm=\"SpatialPlan\"", "Basic realm=\"SpatialPlan\", charset=\"UTF-8\""];

    private static readonly JsonSerializerOptions Format = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static void UseProblems(this WebApplication app)
    {
        var log = app.Services.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(Problems));
        app.UseExceptionHandler(new ExceptionHandlerOptions
        {
            AllowStatusCode404Response = true,
            SuppressDiagnosticsCallback = _ => true,
            ExceptionHandler = context => Answer(context, log),
        });

        // What the framework refuses by itself: unknown address, wrong method, body too large.
        app.UseStatusCodePages(page => Write(page.HttpContext, page.HttpContext.Response.StatusCode, CodeOf(page.HttpContext.Response.StatusCode), null, null));
    }

    private static Task Answer(HttpContext context, ILogger log)
    {
        var fault = context.Features.Get<IExceptionHandlerFeature>()!.Error;
        if (context.RequestAborted.IsCancellationRequested)
        {
            context.Response.StatusCode = StatusCodes.Status499ClientClosedRequest;
            return Task.CompletedTask;
        }

        // Nothing is said here: it is asked again where it belongs.
        if (fault is SupersededException && context.Features.Get<IServiceProvidersFeature>() is ServedRequest request)
        {
            request.IsSuperseded = true;
            return Task.CompletedTask;
        }

        var problem = fault switch
        {
            RequestException known => known,
            BadHttpRequestException bad => new RequestException(bad.StatusCode, CodeOf(bad.StatusCode)),
            _ => DatabaseProblems.Of(fault),
        };
        if (problem is null)
        {
            log.LogError(fault, "{Method} {Path} failed, trace {TraceId}", context.Request.Method, context.Request.Path, TraceId(context));
            problem = new RequestException(StatusCodes.Status500InternalServerError, "unexpected");
        }
        else if (problem.Status >= StatusCodes.Status500InternalServerError)
        {
            log.LogWarning("{Method} {Path}: {Code} ({Reason}), trace {TraceId}", context.Request.Method, context.Request.Path, problem.Code, fault.Message, TraceId(context));
        }

        return Write(context, problem.Status, problem.Code, problem.Status == StatusCodes.Status400BadRequest ? WithSuggestion(context.Request, problem.Args) : problem.Args, problem.RetryAfter);
    }

    /// <summary>Beside the parameter that was refused, how it would have been read, where that is plain.</summary>
    private static object? WithSuggestion(HttpRequest request, object? args)
    {
        if (JsonSerializer.SerializeToNode(args, Format) is not JsonObject known
            || known["parameter"] is not JsonValue name
            || known.ContainsKey("suggestion")
            || PlainNumbers.Suggest(request.Query[name.ToString()]) is not { } suggestion)
        {
            return args;
        }

        known["suggestion"] = suggestion;
        return known;
    }

    private static async Task Write(HttpContext context, int status, string code, object? args, TimeSpan? retryAfter)
    {
        context.Response.StatusCode = status;
        if (status is StatusCodes.Status503ServiceUnavailable or StatusCodes.Status429TooManyRequests)
        {
            context.Response.Headers.RetryAfter = Seconds(retryAfter ?? Soon);
        }

        context.Response.Headers.CacheControl = "no-store";
        if (status == StatusCodes.Status401Unauthorized && context.Request.Path.StartsWithSegments("/ogc"))
        {
            // Programs sign in so (RFC 9110, 11.6.1). Under /api it is our page, and the browser would ask in its place.
            context.Response.Headers.WWWAuthenticate = Challenges;
        }

        if (context.RequestServices.GetService<ProblemPage>() is { } page && await page(context, status, code, args, TraceId(context)))
        {
            return;
        }

        await WriteJson(context, status, code, args);
    }

    private static string Seconds(TimeSpan wait) => Math.Max(1, (long)Math.Ceiling(wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture);

    /// <summary>For programs, whoever asks.</summary>
    internal static Task WriteJson(HttpContext context, int status, string code, object? args)
    {
        var body = Body(status, code, args, TraceId(context));
        var response = context.Response;
        response.StatusCode = status;
        response.ContentType = MediaType;
        response.ContentLength = body.Length;
        response.Headers.CacheControl = "no-store";
        return HttpMethods.IsHead(context.Request.Method) ? Task.CompletedTask : response.Body.WriteAsync(body, CancellationToken.None).AsTask();
    }

    internal static byte[] Body(int status, string code, object? args, string traceId) =>
        JsonSerializer.SerializeToUtf8Bytes(new { type = "about:blank", title = ReasonPhrases.GetReasonPhrase(status), status, code, args, traceId }, Format);

    private static string TraceId(HttpContext context) => Activity.Current?.Id ?? context.TraceIdentifier;

    internal static string CodeOf(int status) => status switch
    {
        StatusCodes.Status400BadRequest => "malformed",
        StatusCodes.Status401Unauthorized => "not-signed-in",
        StatusCodes.Status403Forbidden => "not-allowed",
        StatusCodes.Status404NotFound => "not-found",
        StatusCodes.Status405MethodNotAllowed => "method-not-allowed",
        StatusCodes.Status406NotAcceptable => "not-acceptable",
        StatusCodes.Status408RequestTimeout => "request-incomplete",
        StatusCodes.Status413PayloadTooLarge => "too-large",
        StatusCodes.Status414UriTooLong => "address-too-long",
        StatusCodes.Status415UnsupportedMediaType => "media-type-not-supported",
        StatusCodes.Status431RequestHeaderFieldsTooLarge => "headers-too-large",
        StatusCodes.Status503ServiceUnavailable => "unavailable",
        StatusCodes.Status504GatewayTimeout => "too-slow",
        _ => "failed",
    };
}
