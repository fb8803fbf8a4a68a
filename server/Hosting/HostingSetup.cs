using Microsoft.Extensions.Options;
using SpatialPlan.Server.Database;
using SpatialPlan.Server.Web;

namespace SpatialPlan.Server.Hosting;

/// <summary>A process that serves: it has the connections, and inside of it the application of the plan's catalogue.</summary>
public static class HostingSetup
{
    /// <param name="builder">Of the process.</param>
    /// <param name="start">Builds and starts an application with what the process has.</param>
    public static void AddApplications(this WebApplicationBuilder builder, Func<IServiceProvider, StartApplication> start)
    {
        // Hosts, proxies and the rest are looked at by the application: the process hands on what it gets.
        foreach (var filter in builder.Services.Where(service => service.ServiceType == typeof(IStartupFilter)).ToList())
        {
            builder.Services.Remove(filter);
        }

        builder.AddConnectionLimits();
        builder.Services.AddHostedService<PublicConnections>();
        builder.Services.AddSingleton<CatalogueStore>();
        builder.Services.AddSingleton(start);
        builder.Services.AddSingleton<ApplicationSwitch>();
        builder.Services.AddHostedService(services => services.GetRequiredService<ApplicationSwitch>());
    }

    public static async Task<int> RunProcess(this WebApplication process)
    {
        // Asked before the host, which would say of a wrong one with a stack.
        _ = process.Services.GetRequiredService<IOptions<PlanOptions>>().Value;
        KestrelProblems.Listen(process.Services);
        process.Run(process.Services.GetRequiredService<ApplicationSwitch>().Serve);
        await process.RunAsync();
        return Environment.ExitCode;
    }
}
