using Npgsql;
using SpatialPlan.Server.Catalogue;

namespace SpatialPlan.Server.SiteCheck;

/// <summary>
/// One question for all rules whose features the database is asked for. At a revision at which a layer has nothing that is finely
/// placed it is left out: the nearest of none is found only after looking at all of them.
/// </summary>
public sealed class AskedQuestion
{
    private readonly IReadOnlyList<(CheckRule Rule, CollectionDefinition Collection)> asked;

    internal AskedQuestion(IReadOnlyList<(CheckRule Rule, CollectionDefinition Collection)> asked)
    {
        this.asked = asked;
        Sql = string.Join("union all\n", asked.Select((one, place) => SubjectSql.Near(one.Collection, one.Rule.Subjects!, place)));
    }

    public static AskedQuestion Nothing { get; } = new([]);

    public bool IsEmpty => asked.Count == 0;

    public IEnumerable<CheckRule> Rules => asked.Select(one => one.Rule);

    internal string Sql { get; }

    /// <summary>The rule of a row, by its place in the question.</summary>
    internal CheckRule RuleAt(int place) => asked[place].Rule;

    internal static async Task<AskedQuestion> Of(IEnumerable<(CheckRule Rule, CollectionDefinition Collection)> rules, double fine, NpgsqlConnection connection, CancellationToken cancel)
    {
        var asked = new List<(CheckRule, CollectionDefinition)>();
        foreach (var (rule, collection) in rules)
        {
            await using var command = new NpgsqlCommand(SubjectSql.HasFine(collection, rule.Subjects!), connection);
            command.Parameters.AddWithValue("values", (rule.Subjects!.Values ?? []).ToArray());
            command.Parameters.AddWithValue("fine", fine);
            if (await command.ExecuteScalarAsync(cancel) is true)
            {
                asked.Add((rule, collection));
            }
        }

        return new AskedQuestion(asked);
    }
}
