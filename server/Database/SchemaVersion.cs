using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using Npgsql;

namespace SpatialPlan.Server.Database;

/// <summary>Which schema this server wants, and whether a database has it.</summary>
public static class SchemaVersion
{
    public const string Journal = "schema_migration";
    public const string Migrations = ".Database.Migrations.";
    public const string Functions = ".Database.Functions.";

    public static Assembly Scripts { get; } = typeof(SchemaVersion).Assembly;

    public static string FunctionsHash { get; } = HashOf(Functions);

    /// <summary>Whether the database is as this server wants it: any login may ask.</summary>
    public static async Task<bool> IsInstalled(NpgsqlDataSource database, CancellationToken cancel)
    {
        try
        {
            await using var state = database.CreateCommand("select migrations @> $1 and functions = $2 from published_plan.schema_version");
            state.Parameters.Add(new() { Value = Names(Migrations).ToArray() });
            state.Parameters.Add(new() { Value = FunctionsHash });
            return await state.ExecuteScalarAsync(cancel) is true;
        }
        catch (PostgresException fault) when (IsOfAnEarlierSchema(fault.SqlState))
        {
            return false;
        }
    }

    /// <summary>Migrations that a database has and this server does not know, without the name of the assembly; the owner asks.</summary>
    public static async Task<IReadOnlyList<string>> Unknown(NpgsqlConnection owner, CancellationToken cancel)
    {
        await using var ask = new NpgsqlCommand(
            $"select coalesce(array_agg(substring(scriptname from position($1 in scriptname) + length($1)) order by scriptname), '{{}}') from public.{Journal} where position($1 in scriptname) > 0 and scriptname <> all ($2)", owner);
        ask.Parameters.Add(new() { Value = Migrations });
        ask.Parameters.Add(new() { Value = Names(Migrations).ToArray() });
        try
        {
            return (string[])(await ask.ExecuteScalarAsync(cancel))!;
        }
        catch (PostgresException fault) when (fault.SqlState == PostgresErrorCodes.UndefinedTable)
        {
            return [];
        }
    }

    /// <summary>No such view or schema, no right to it, or no such role yet.</summary>
    private static bool IsOfAnEarlierSchema(string state) => state is
        PostgresErrorCodes.UndefinedTable or PostgresErrorCodes.InvalidSchemaName or PostgresErrorCodes.InsufficientPrivilege or PostgresErrorCodes.InvalidParameterValue;

    private static IEnumerable<string> Names(string folder) =>
        Scripts.GetManifestResourceNames().Where(name => name.Contains(folder, StringComparison.Ordinal)).Order(StringComparer.Ordinal);

    private static string HashOf(string folder)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var name in Names(folder))
        {
            using var reader = new StreamReader(Scripts.GetManifestResourceStream(name)!);
            hash.AppendData(Encoding.UTF8.GetBytes(name + reader.ReadToEnd()));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
