namespace SpatialPlan.Server.Database;

/// <summary>The installation is not set up; the message says what to do.</summary>
public sealed class SetupException(string message) : Exception(message);

public static class DatabaseSetup
{
    public static void AddPlanDatabase(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton(services => Settings(services.GetRequiredService<IConfiguration>()));
        builder.Services.AddSingleton<PlanDatabase>();
        builder.Services.AddSingleton<Migrator>();
        builder.Services.AddSingleton<RevisionStore>();
        builder.Services.AddHostedService<PublicConnections>();
        builder.Services.AddHostedService<RevisionListener>();
    }

    private static DatabaseSettings Settings(IConfiguration configuration)
    {
        var plan = configuration.GetConnectionString("Plan");
        var planPublic = configuration.GetConnectionString("PlanPublic");
        return string.IsNullOrWhiteSpace(plan)
            ? throw new SetupException("ConnectionStrings:Plan is not set. Run npm start, or point ConnectionStrings__Plan at a PostgreSQL database with PostGIS.")
            : new DatabaseSettings(plan, string.IsNullOrWhiteSpace(planPublic) ? null : planPublic);
    }
}
