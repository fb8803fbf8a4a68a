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

    /// <summary>The functions of an earlier version would be put over the tables of a later one, as after a restore by hand.</summary>
    /// <param name="unknown">Migrations that the database has and this version does not know.</param>
    /// <exception cref="SetupException">There are such.</exception>
    public static void RefuseLater(IReadOnlyList<string> unknown)
    {
        if (unknown.Count > 0)
        {
            throw new SetupException(
                $"The database is of a later version of SpatialPlan: this one does not know {string.Join(", ", unknown)}. Start that version, or restore a backup of this one (npm run restore). Nothing was changed.",
                "database-of-a-later-version");
        }
    }
}
