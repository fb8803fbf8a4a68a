using Microsoft.AspNetCore.Http.Features;
using SpatialPlan.Server.Database;
using SpatialPlan.Server.Web;

namespace SpatialPlan.Server.Hosting;

/// <summary>The application as it was built for one catalogue. It ends when another one has taken its place and its last request is answered.</summary>
public sealed class CatalogueApplication : IAsyncDisposable
{
    private readonly WebApplication application;
    private readonly RequestDelegate pipeline;
    private readonly IServiceScopeFactory scopes;
    private readonly TaskCompletionSource replaced = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource drained = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int requests;
    private volatile bool isReplaced;

    private CatalogueApplication(WebApplication application, RequestDelegate pipeline)
    {
        this.application = application;
        this.pipeline = pipeline;
        scopes = application.Services.GetRequiredService<IServiceScopeFactory>();
    }

    public IServiceProvider Services => application.Services;

    /// <summary>Ends when the plan has another catalogue than this was built for.</summary>
    public Task Superseded => Services.GetRequiredService<RevisionStore>().Superseded;

    /// <summary>Ends when another one has taken its place.</summary>
    public Task Replaced => replaced.Task;

    /// <summary>Starts what the builder has, under an outermost filter of ours that keeps its pipeline.</summary>
    /// <param name="builder">Of <see cref="InnerHost.CreateBuilder"/>, complete but for its middleware.</param>
    /// <param name="use">Adds the middleware and the addresses.</param>
    /// <param name="cancel">Ends the start.</param>
    public static async Task<CatalogueApplication> Start(WebApplicationBuilder builder, Action<WebApplication> use, CancellationToken cancel)
    {
        var filter = new PipelineFilter();
        builder.Services.Insert(0, ServiceDescriptor.Singleton<IStartupFilter>(filter));
        var application = builder.Build();
        use(application);
        await application.StartAsync(cancel);
        return new CatalogueApplication(application, filter.Pipeline!);
    }

    /// <summary>Whether a request may still begin here; one that did <see cref="Leave"/>s.</summary>
    public bool TryEnter()
    {
        // In this order: whoever waits for the last request has said before that none begins any more.
        Interlocked.Increment(ref requests);
        if (!isReplaced)
        {
            return true;
        }

        Leave();
        return false;
    }

    public void Leave()
    {
        if (Interlocked.Decrement(ref requests) == 0 && isReplaced)
        {
            drained.TrySetResult();
        }
    }

    /// <summary>Answers a request; false when it is to be asked where the plan's catalogue is served.</summary>
    public async Task<bool> Serve(HttpContext context)
    {
        var request = new ServedRequest(context, scopes);
        context.Features.Set<IServiceProvidersFeature>(request);
        await pipeline(context);
        return !request.IsSuperseded;
    }

    /// <summary>Another one is in its place: no request begins any more, and those that have begun may end.</summary>
    public async Task Retire(TimeSpan patience)
    {
        isReplaced = true;
        replaced.SetResult();
        if (Volatile.Read(ref requests) > 0)
        {
            await drained.Task.WaitAsync(patience).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        await DisposeAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await application.StopAsync();
        await application.DisposeAsync();
    }

    private sealed class PipelineFilter : IStartupFilter
    {
        public RequestDelegate? Pipeline { get; private set; }

        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            next(app);
            Pipeline = app.Build();
        };
    }
}
