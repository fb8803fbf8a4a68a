using Npgsql;
using SpatialPlan.Server.Catalogue;
using SpatialPlan.Server.SiteCheck.Rules;

namespace SpatialPlan.Server.SiteCheck;

/// <summary>What is asked once a revision for a rule that compares projects of a chain.</summary>
internal sealed record PeerQuestion(string Sql)
{
    /// <summary>Null for a rule of another kind, and where the collection does not have the figures.</summary>
    public static PeerQuestion? Of(CheckRule rule, CollectionDefinition collection) =>
        rule.Kind == ComparableProjects.KindName && rule.Read<ComparableProjects.Figures>() is var figures
            && new[] { figures.Chain, figures.Numerator, figures.Denominator }.All(collection.Has)
            ? new PeerQuestion(SubjectSql.Peers(collection, figures.Chain, figures.Numerator, figures.Denominator))
            : null;

    public async Task Read(NpgsqlConnection connection, string rule, Dictionary<(string, string), PeerRange> peers, CancellationToken cancel)
    {
        await using var command = new NpgsqlCommand(Sql, connection);
        await using var reader = await command.ExecuteReaderAsync(cancel);
        while (await reader.ReadAsync(cancel))
        {
            peers[(rule, reader.GetString(0))] = new PeerRange(reader.GetInt32(1), reader.GetDouble(2), reader.GetDouble(3));
        }
    }
}
