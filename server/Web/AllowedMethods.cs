namespace SpatialPlan.Server.Web;

/// <summary>OPTIONS says what an address allows (RFC 9110 9.3.7), as every refusal of another method does.</summary>
public static class AllowedMethods
{
    // Reading is what nearly everybody does: not even a frame for it.
    public static void UseAllowedMethods(this WebApplication app) =>
        app.Use((context, next) => Reads(context.Request) ? next(context) : Answer(context, next));

    public static bool Reads(HttpRequest request) => HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method);

    /// <summary>Where there is something to read but no endpoint that says so.</summary>
    public static Task RefuseToChange(HttpContext context)
    {
        context.Response.StatusCode = StatusCodes.Status405MethodNotAllowed;
        context.Response.Headers.Allow = "GET, HEAD";
        return Task.CompletedTask;
    }

    private static async Task Answer(HttpContext context, RequestDelegate next)
    {
        await next(context);
        var response = context.Response;
        if (response.HasStarted || response.StatusCode != StatusCodes.Status405MethodNotAllowed)
        {
            return;
        }

        var allowed = response.Headers.Allow.ToString().Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Append(HttpMethods.Options);
        response.Headers.Allow = string.Join(", ", allowed.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));
        if (HttpMethods.IsOptions(context.Request.Method))
        {
            response.StatusCode = StatusCodes.Status204NoContent;
            CrossOrigin.AnswerPreflight(context);
        }
    }
}
