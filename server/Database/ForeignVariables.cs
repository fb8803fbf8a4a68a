using System.Text.RegularExpressions;

namespace SpatialPlan.Server.Database;

/// <summary>
/// Npgsql takes what a connection string leaves open from the variables of libpq (PGOPTIONS, PGUSER, PGPASSFILE,
/// PGSSLCERT …), which are there for other programs: the connection string alone says how the database is reached.
/// </summary>
public static partial class ForeignVariables
{
    /// <summary>Takes them out of the environment of this process; to be called before the first connection.</summary>
    public static void Forget()
    {
        foreach (var name in Environment.GetEnvironmentVariables().Keys.Cast<string>().Where(name => OfLibpq().IsMatch(name)))
        {
            Environment.SetEnvironmentVariable(name, null);
        }
    }

    [GeneratedRegex("^PG[A-Z]+$")]
    private static partial Regex OfLibpq();
}
