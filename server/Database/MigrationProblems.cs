using Npgsql;

namespace SpatialPlan.Server.Database;

/// <summary>Why a migration failed, in words that say what to do where somebody can do something.</summary>
public static class MigrationProblems
{
    private const int OldestMajor = 15;

    /// <summary>What an administrator runs once where the user of the plan may not; documented in README.md.</summary>
    private const string OfAdministrator =
        "create extension if not exists postgis; create role spatialplan_public nologin; create role spatialplan_staff nologin; grant spatialplan_public to spatialplan_staff; grant spatialplan_public, spatialplan_staff to <the user of ConnectionStrings:Plan>; alter database <the database> owner to <the user>;";

    public static Exception Of(string? script, Exception fault) => fault switch
    {
        PostgresException { SqlState: PostgresErrorCodes.InsufficientPrivilege } refused => new SetupException(
            $"The user of ConnectionStrings:Plan may not set up this database ({refused.MessageText}). Let an administrator run there, once: {OfAdministrator}"),
        PostgresException { SqlState: PostgresErrorCodes.FeatureNotSupported or PostgresErrorCodes.UndefinedFile } missing when missing.MessageText.Contains("postgis", StringComparison.Ordinal) => new SetupException(
            $"The server of ConnectionStrings:Plan has no PostGIS ({missing.MessageText}): install it there (Debian: postgresql-<version>-postgis-3), and start again."),
        _ => new InvalidOperationException($"migrate {script}: {fault.Message}", fault),
    };

    /// <exception cref="SetupException">The server is too old.</exception>
    public static void RefuseOld(Version server)
    {
        if (server.Major < OldestMajor)
        {
            throw new SetupException($"The server of ConnectionStrings:Plan is PostgreSQL {server}: SpatialPlan needs {OldestMajor} or later.");
        }
    }
}
