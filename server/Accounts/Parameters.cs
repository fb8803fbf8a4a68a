using Npgsql;

namespace SpatialPlan.Server.Accounts;

/// <summary>The values of $1, $2 …</summary>
internal static class Parameters
{
    public static NpgsqlCommand With(this NpgsqlCommand command, params ReadOnlySpan<object> values)
    {
        foreach (var value in values)
        {
            command.Parameters.Add(new() { Value = value });
        }

        return command;
    }
}
