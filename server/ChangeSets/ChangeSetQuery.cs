using System.Collections.Frozen;
using SpatialPlan.Server.Catalogue;
using SpatialPlan.Server.Web;

namespace SpatialPlan.Server.ChangeSets;

/// <summary>Which change sets are asked for: of an author, in a state, made before one; the newest first.</summary>
/// <param name="Author">The id of an account; null for all that may be seen.</param>
/// <param name="State">A term of review_state.</param>
/// <param name="Before">The id of the last one of the page before.</param>
/// <param name="Limit">How many at most.</param>
public sealed record ChangeSetQuery(Guid? Author, string? State, long? Before, int Limit)
{
    private const int MostListed = 100;
    private const string States = "review_state";

    private static readonly FrozenSet<string> Known = FrozenSet.Create("author", "state", "before", "limit");

    /// <exception cref="RequestException">400: a parameter says nothing that can be asked for.</exception>
    public static ChangeSetQuery Read(IQueryCollection asked, PlanCatalogue catalogue)
    {
        var query = QueryReader.Of(asked, Known);
        return new ChangeSetQuery(
            query.Find("author") switch
            {
                null => null,
                var text when Guid.TryParseExact(text, "D", out var id) => id,
                var text => throw QueryReader.Invalid("author", text, "uuid"),
            },
            query.Find("state") switch
            {
                null => null,
                var text when catalogue.Vocabularies[States].Find(text) is not null => text,
                var text => throw RequestException.Malformed("value-unknown", new { parameter = "state", value = QueryReader.Shortened(text) }),
            },
            query.Number("before"),
            query.Limit(MostListed, MostListed));
    }
}
