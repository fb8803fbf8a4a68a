using Npgsql;

namespace SpatialPlan.Server.Database;

/// <summary>The installation is not set up; the message says what to do, and a code what it is, where programs are told.</summary>
public sealed class SetupException(string message, string? code = null) : Exception(message)
{
    public string? Code { get; } = code;
}

public static class DatabaseSetup
{
    /// <summary>What a process has once, whatever it serves: its ways to the database and what it knows of work that fails.</summary>
    public static void AddPlanDatabase(this WebApplicationBuilder builder)
    {
        KeepServing(builder.Services);
        builder.Services.AddSingleton(services => Settings(services.GetRequiredService<IConfiguration>()));
        builder.Services.AddSingleton<PlanDatabase>();
        builder.Services.AddSingleton<OwnerDatabase>();
        builder.Services.AddSingleton<Migrator>();
        builder.Services.AddSingleton<WorkStates>();
    }

    /// <summary>The same for the part of it that serves one catalogue, which hears of revisions by itself.</summary>
    public static void AddRevisions(this WebApplicationBuilder builder, ServedCatalogue served)
    {
        KeepServing(builder.Services);
        builder.Services.AddSingleton(served);
        builder.Services.AddSingleton<RevisionStore>();
        builder.Services.AddSingleton<NotificationHint>();
        builder.Services.AddHostedService<RevisionListener>();
    }

    // Ours catch all there is to catch; what a library runs beside us may end, and the server serves on.
    private static void KeepServing(IServiceCollection services) =>
        services.Configure<HostOptions>(host => host.BackgroundServiceExceptionBehavior = BackgroundServiceExceptionBehavior.Ignore);

    /// <summary>Whether there is a login that may migrate and load.</summary>
    public static bool HasOwner(IConfiguration configuration) => !string.IsNullOrWhiteSpace(configuration.GetConnectionString("Plan"));

    private static DatabaseSettings Settings(IConfiguration configuration) => new(
        Login(configuration, "Plan"),
        Login(configuration, "PlanStaff"),
        Login(configuration, "PlanPublic"),
        Connections(configuration));

    /// <summary>Verbs that do not serve share out connections too.</summary>
    private static int Connections(IConfiguration configuration) =>
        configuration.GetValue("Plan:Connections", DatabaseSettings.DefaultConnections) is >= DatabaseSettings.FewestConnections and var number ? number
        : throw new SetupException($"Plan:Connections must be {DatabaseSettings.FewestConnections} or more.");

    private static string? Login(IConfiguration configuration, string name) =>
        configuration.GetConnectionString(name) is { } address && !string.IsNullOrWhiteSpace(address) ? Checked(name, address) : null;

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
