using Npgsql;

namespace SpatialPlan.Server.Database;

/// <summary>The installation is not set up; the message says what to do.</summary>
public sealed class SetupException(string message) : Exception(message);

public static class DatabaseSetup
{
    public static void AddPlanDatabase(this WebApplicationBuilder builder)
    {
        // Ours catch all there is to catch; what a library runs beside us may end, and the server serves on.
        builder.Services.Configure<HostOptions>(host => host.BackgroundServiceExceptionBehavior = BackgroundServiceExceptionBehavior.Ignore);
        builder.Services.AddSingleton(services => Settings(services.GetRequiredService<IConfiguration>()));
        builder.Services.AddSingleton<PlanDatabase>();
        builder.Services.AddSingleton<Migrator>();
        builder.Services.AddSingleton<RevisionStore>();
        builder.Services.AddSingleton<WorkStates>();
        builder.Services.AddHostedService<PublicConnections>();
        builder.Services.AddHostedService<RevisionListener>();
    }

    private static DatabaseSettings Settings(IConfiguration configuration)
    {
        var plan = configuration.GetConnectionString("Plan");
        var planPublic = configuration.GetConnectionString("PlanPublic");
        return string.IsNullOrWhiteSpace(plan)
            ? throw new SetupException("ConnectionStrings:Plan is not set. Run npm start, or point ConnectionStrings__Plan at a PostgreSQL database with PostGIS.")
            : new DatabaseSettings(Checked("Plan", plan), string.IsNullOrWhiteSpace(planPublic) ? null : Checked("PlanPublic", planPublic));
    }

    /// <summary>A setting that can be a connection string. It is not repeated where it is none: it may hold a password.</summary>
    private static string Checked(string name, string value)
    {
        const string Example = "Host=…;Database=…;Username=…;Password=…";
        try
        {
            var read = new NpgsqlConnectionStringBuilder(value);
            return string.IsNullOrWhiteSpace(read.Host)
                ? throw new SetupException($"ConnectionStrings:{name} names no Host: write it as \"{Example}\".")
                : value;
        }
        catch (Exception fault) when (fault is ArgumentException or FormatException or OverflowException)
        {
            throw new SetupException($"ConnectionStrings:{name} is no connection string of PostgreSQL for .NET: write it as \"{Example}\", not as an address.");
        }
    }
}
