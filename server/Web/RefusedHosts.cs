namespace SpatialPlan.Server.Web;

/// <summary>A body for a host name that is not ours. The framework looks at it before anything of the application, so this stands in front of that.</summary>
public sealed class RefusedHosts : IStartupFilter
{
    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        app.Use((context, further) =>
        {
            // A refusal is at once; everything else passes by untouched.
            var answer = further(context);
            return answer.IsCompletedSuccessfully && context.Response is { HasStarted: false, StatusCode: StatusCodes.Status400BadRequest, ContentType: null }
                ? Problems.WriteJson(context, StatusCodes.Status400BadRequest, "host-unknown", args: null)
                : answer;
        });
        next(app);
    };
}
