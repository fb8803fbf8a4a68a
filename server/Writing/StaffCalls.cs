using System.Text.Json.Nodes;
using Npgsql;
using NpgsqlTypes;

namespace SpatialPlan.Server.Writing;

/// <summary>Calls of the functions of schema review, on a connection of the login of staff. What PostgreSQL refuses is said as a problem.</summary>
public static class StaffCalls
{
    /// <summary>
    /// So long a statement may be silent: one that writes ten thousand features says nothing until it is done, and the request
    /// ends before long (<see cref="Web.HttpLimits"/>). Readers wait for less.
    /// </summary>
    public const int SilenceSeconds = 25;

    /// <summary>What a function answers, as JSON; null when it answers null.</summary>
    /// <param name="connection">Of staff.</param>
    /// <param name="call">The function with $1, $2 … for its arguments, of schema review.</param>
    /// <param name="cancel">Ends the statement.</param>
    /// <param name="values">A JsonNode is jsonb; texts, numbers, lists and null as they are.</param>
    /// <exception cref="Web.RequestException">PostgreSQL refuses it.</exception>
    public static async Task<JsonNode?> Call(this NpgsqlConnection connection, string call, CancellationToken cancel, params object?[] values)
    {
        await using var command = new NpgsqlCommand($"select to_jsonb(review.{call})", connection) { CommandTimeout = SilenceSeconds };
        foreach (var value in values)
        {
            command.Parameters.Add(Parameter(value));
        }

        try
        {
            return await command.ExecuteScalarAsync(cancel) is string text ? JsonNode.Parse(text) : null;
        }
        catch (PostgresException refusal) when (WriteProblems.Of(refusal) is { } problem)
        {
            throw problem;
        }
    }

    private static NpgsqlParameter Parameter(object? value) => value switch
    {
        JsonNode json => new() { Value = json.ToJsonString(), NpgsqlDbType = NpgsqlDbType.Jsonb },
        string text => new() { Value = text, NpgsqlDbType = NpgsqlDbType.Text },
        IEnumerable<string> texts => new() { Value = texts.ToArray(), NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Text },
        IEnumerable<Guid> ids => new() { Value = ids.ToArray(), NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Uuid },
        null => new() { Value = DBNull.Value },
        _ => new() { Value = value },
    };
}
