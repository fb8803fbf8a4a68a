using System.Text.Json.Nodes;
using SpatialPlan.Server.Catalogue;

namespace SpatialPlan.Server.Ogc;

/// <summary>A feature as its reader proposes it: nobody else sees it.</summary>
/// <param name="State">What stands in its ETag in place of the version of what is published.</param>
/// <param name="Row">Its columns by their names, geometry as EWKB in hex; null when it shall not stand any more.</param>
public sealed record OwnFeature(string State, JsonObject? Row);

/// <summary>What a reader proposes of one collection: it stands in place of what is published.</summary>
public sealed record OwnFeatures(IReadOnlyDictionary<string, OwnFeature> ByCode)
{
    /// <summary>What of the published is not to be seen.</summary>
    public string[] Codes => [.. ByCode.Keys];

    /// <summary>What is to be seen instead, a JSON array.</summary>
    public string Rows => Json(ByCode.Values);

    public static string Json(params IEnumerable<OwnFeature> features) => $"[{string.Join(',', features.Select(feature => feature.Row).OfType<JsonObject>().Select(row => row.ToJsonString()))}]";
}

/// <summary>Whose proposals a request may see.</summary>
public interface IOwnFeatures
{
    /// <summary>Those of the one who asks; null for everybody else, at the cost of one look at a header.</summary>
    /// <param name="context">The request.</param>
    /// <param name="collection">Of which features.</param>
    /// <param name="code">Of one feature, or of all.</param>
    /// <exception cref="Web.RequestException">401 for a token that is none, or no longer.</exception>
    ValueTask<OwnFeatures?> FindFor(HttpContext context, CollectionDefinition collection, string? code = null);
}
