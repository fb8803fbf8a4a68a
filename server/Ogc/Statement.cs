using System.Text;
using Npgsql;

namespace SpatialPlan.Server.Ogc;

/// <summary>A statement in the making: its words are ours or the catalogue's, every value of a request is a parameter.</summary>
public sealed class Statement
{
    private readonly StringBuilder sql = new();
    private readonly List<object> values = [];

    public Statement Append(string words)
    {
        sql.Append(words).Append('\n');
        return this;
    }

    /// <summary>Adds a value and gives its place in the words ($1, $2, …).</summary>
    public string Parameter(object value)
    {
        values.Add(value);
        return $"${values.Count}";
    }

    public NpgsqlCommand Command(NpgsqlDataSource source) => WithValues(source.CreateCommand(sql.ToString()));

    /// <summary>The statement as part of what a connection is in the middle of.</summary>
    public NpgsqlCommand Command(NpgsqlConnection connection) => WithValues(new NpgsqlCommand(sql.ToString(), connection));

    private NpgsqlCommand WithValues(NpgsqlCommand command)
    {
        foreach (var value in values)
        {
            command.Parameters.Add(new NpgsqlParameter { Value = value });
        }

        return command;
    }
}
