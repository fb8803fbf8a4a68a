using System.Net.Sockets;
using Npgsql;

namespace SpatialPlan.Server.Web;

/// <summary>What an error of the database means to the one who asked.</summary>
public static class DatabaseProblems
{
    /// <summary>The problem to answer with; null when it is a fault of ours.</summary>
    public static RequestException? Of(Exception fault) => fault switch
    {
        // A feature on the other side of the earth has no place in a Gauss-Krüger belt.
        PostgresException { SqlState: PostgresErrorCodes.InternalError } postgres when postgres.MessageText.StartsWith("transform:", StringComparison.Ordinal) => RequestException.Malformed("crs-out-of-reach"),

        // Stored geometry is valid, so a crossing that GEOS cannot resolve (GEOSOverlaps: TopologyException) came with the question.
        PostgresException { SqlState: PostgresErrorCodes.InternalError } postgres when postgres.MessageText.StartsWith("GEOS", StringComparison.Ordinal) => RequestException.Malformed("value-invalid"),
        PostgresException postgres => OfState(postgres.SqlState),

        // Connected, asked, and no word for the time of patience: it hangs, or the question was too large.
        NpgsqlException { InnerException: TimeoutException } silent when silent.Message.StartsWith("Exception while reading", StringComparison.Ordinal) => RequestException.Away("too-slow"),

        // The database is there: others have all connections, and none came back while one waited.
        NpgsqlException { InnerException: TimeoutException } full when full.Message.StartsWith("The connection pool has been exhausted", StringComparison.Ordinal) => RequestException.Away("busy"),
        NpgsqlException { IsTransient: true } => RequestException.Away("database-away"),
        NpgsqlException { InnerException: SocketException or IOException or TimeoutException } => RequestException.Away("database-away"),
        SocketException or TimeoutException => RequestException.Away("database-away"),
        _ => null,
    };

    private static RequestException? OfState(string state) => state switch
    {
        PostgresErrorCodes.CharacterNotInRepertoire or PostgresErrorCodes.UntranslatableCharacter
            or PostgresErrorCodes.InvalidTextRepresentation or PostgresErrorCodes.NumericValueOutOfRange
            or PostgresErrorCodes.DatetimeFieldOverflow or PostgresErrorCodes.InvalidArgumentForPowerFunction => RequestException.Malformed("value-invalid"),
        PostgresErrorCodes.TooManyConnections => RequestException.Away("busy"),
        PostgresErrorCodes.QueryCanceled => RequestException.Away("too-slow"),

        // The views are not there yet, or a migration is just making them again under a prepared statement.
        PostgresErrorCodes.UndefinedTable or PostgresErrorCodes.UndefinedColumn or PostgresErrorCodes.InvalidSchemaName
            or PostgresErrorCodes.InvalidCatalogName or PostgresErrorCodes.UndefinedObject or PostgresErrorCodes.UndefinedFunction
            or PostgresErrorCodes.FeatureNotSupported or PostgresErrorCodes.InvalidSqlStatementName => RequestException.Away("database-not-ready"),
        PostgresErrorCodes.ObjectNotInPrerequisiteState => RequestException.Away("database-away"),
        _ when state.StartsWith("08", StringComparison.Ordinal)
            || state.StartsWith("53", StringComparison.Ordinal)
            || state.StartsWith("57P", StringComparison.Ordinal) => RequestException.Away("database-away"),
        _ => null,
    };
}
