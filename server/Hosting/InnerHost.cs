using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace SpatialPlan.Server.Hosting;

/// <summary>An application without connections of its own: settings, logs and what it is given are those of the process.</summary>
public static class InnerHost
{
    /// <summary>A builder of an application inside the process.</summary>
    public static WebApplicationBuilder CreateBuilder(IServiceProvider process)
    {
        var host = process.GetRequiredService<IWebHostEnvironment>();
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            ApplicationName = host.ApplicationName,
            ContentRootPath = host.ContentRootPath,
            EnvironmentName = host.EnvironmentName,
        });
        builder.Configuration.Sources.Clear();
        builder.Configuration.AddConfiguration(process.GetRequiredService<IConfiguration>());
        builder.Services.Replace(ServiceDescriptor.Singleton<IServer, NoServer>());
        builder.Services.Replace(ServiceDescriptor.Singleton<IHostLifetime, NoLifetime>());
        builder.Share<ILoggerFactory>(process);
        return builder;
    }

    /// <summary>What the process has once. It is not disposed of with the application.</summary>
    public static void Share<T>(this WebApplicationBuilder builder, IServiceProvider process)
        where T : class => builder.Services.Replace(ServiceDescriptor.Singleton(process.GetRequiredService<T>()));

    /// <summary>Requests come from the server of the process.</summary>
    private sealed class NoServer : IServer
    {
        public IFeatureCollection Features { get; } = new FeatureCollection();

        public Task StartAsync<TContext>(IHttpApplication<TContext> application, CancellationToken cancellationToken)
            where TContext : notnull => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public void Dispose()
        {
        }
    }

    /// <summary>Signals go to the process.</summary>
    private sealed class NoLifetime : IHostLifetime
    {
        public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
