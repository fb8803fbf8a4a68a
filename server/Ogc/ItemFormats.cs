using SpatialPlan.Server.Catalogue;
using SpatialPlan.Server.Web;

namespace SpatialPlan.Server.Ogc;

/// <summary>What a page of items can be had in, and which of these is asked for, by f or else by Accept.</summary>
public sealed class ItemFormats
{
    public const string GeoJson = "json";

    private readonly Dictionary<string, IItemFormat> written;
    private readonly Dictionary<string, string> byMediaType;

    public ItemFormats(IEnumerable<IItemFormat> others)
    {
        written = others.ToDictionary(format => format.Name);
        Names = [GeoJson, JsonFg.Name, .. written.Keys];
        byMediaType = new(StringComparer.OrdinalIgnoreCase)
        {
            ["*/*"] = GeoJson, ["application/*"] = GeoJson, [Links.GeoJson] = GeoJson, [Links.Json] = GeoJson, [JsonFg.MediaType] = JsonFg.Name, ["application/vnd.ogc.fg+json"] = JsonFg.Name,
        };
        foreach (var format in written.Values)
        {
            byMediaType.Add(format.MediaType, format.Name);
        }
    }

    /// <summary>The values of f, the usual one first.</summary>
    public string[] Names { get; }

    /// <summary>What it answers with, the usual one first.</summary>
    public string[] MediaTypes => [Links.GeoJson, .. byMediaType.Keys.Where(type => !type.EndsWith('*') && type != Links.GeoJson)];

    /// <summary>The links of a collection to its items in every other format.</summary>
    public IEnumerable<Link> LinksOf(Func<string, string> address, bool isOfPlan) =>
        written.Values.Where(_ => isOfPlan).Select(format => (format.Name, format.MediaType)).Prepend((JsonFg.Name, JsonFg.MediaType))
            .Select(format => new Link(address($"/items?f={format.Item1}"), "items", format.Item2, format.Item1));

    public IItemFormat? Find(string name, CollectionDefinition collection, bool isOfPlan) => !written.TryGetValue(name, out var format) ? null
        : isOfPlan ? format
        : throw RequestException.Malformed("format-not-supported", new { parameter = "f", value = name, collection = collection.Id });

    /// <summary>The name of the format; of several that are as welcome the one that is named first.</summary>
    public string Of(HttpRequest request)
    {
        if (request.Query["f"] is [{ Length: > 0 } asked])
        {
            return asked;
        }

        var accept = request.Headers.Accept;
        if (accept.Count == 0 || (accept.Count == 1 && byMediaType.TryGetValue(accept[0]!, out var only) && only == GeoJson))
        {
            return GeoJson;
        }

        return request.GetTypedHeaders().Accept
            .Where(range => range.Quality is not 0)
            .OrderByDescending(range => range.Quality ?? 1)
            .Select(range => byMediaType.GetValueOrDefault(range.MediaType.ToString()))
            .FirstOrDefault(name => name is not null) ?? GeoJson;
    }

    /// <summary>What the ETag adds to the revision.</summary>
    public string? Variant(HttpRequest request) => Of(request) is var name && name != GeoJson && Names.Contains(name) ? name : null;
}
