using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace SpatialPlan.Server.Catalogue;

/// <summary>
/// The files of a catalogue as one JSON object: a member a file (<c>layers</c>, <c>symbols</c> …), and <c>vocabularies</c>
/// with a member a vocabulary. What was read is kept word for word, style keys too, because client and styles read them.
/// </summary>
/// <param name="Json">The object as text.</param>
/// <param name="Hash">SHA-256 of the text in hexadecimal, by which the database and clients know it again.</param>
public sealed record CatalogueDocument(string Json, string Hash)
{
    public const string Vocabularies = "vocabularies";
    private const string Omitted = "omitted";
    private const string Description = "description";

    private static readonly JsonSerializerOptions Format = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static CatalogueDocument Of(IEnumerable<KeyValuePair<string, JsonElement>> files, IEnumerable<KeyValuePair<string, JsonElement>> vocabularies)
    {
        var document = Members(files);
        document[Vocabularies] = Members(vocabularies);
        var json = document.ToJsonString(Format);
        return new CatalogueDocument(json, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(json))));
    }

    private readonly ConcurrentDictionary<string, CatalogueDocument> parts = new(StringComparer.Ordinal);

    /// <summary>
    /// The document without some of its files, vocabularies, languages (<c>ja</c>, <c>ko</c>) and the sentences that say what each
    /// collection holds (<c>description</c>), under the hash of the whole:
    /// whoever holds a part sees by it whether the catalogue is still the same. A package need not have what somebody does
    /// without.
    /// </summary>
    public CatalogueDocument Without(IReadOnlyCollection<string> names)
    {
        const int MostParts = 8;
        var key = string.Join(',', names.Order(StringComparer.Ordinal));
        if (parts.TryGetValue(key, out var known))
        {
            return known;
        }

        var root = JsonNode.Parse(Json)!.AsObject();
        var vocabularies = root[Vocabularies]!.AsObject();
        var there = names.Where(root.ContainsKey).Order(StringComparer.Ordinal).ToList();
        foreach (var name in names.Where(name => name != Vocabularies && !root.Remove(name) && !Languages.All.Contains(name)))
        {
            vocabularies.Remove(name);
        }

        foreach (var collection in names.Contains(Description) ? root["layers"]?["collections"]?.AsArray().OfType<JsonObject>() ?? [] : [])
        {
            collection.Remove(Description);
        }

        WithoutLanguages(root, [.. names.Where(Languages.All.Contains)]);

        if (there.Count > 0)
        {
            root[Omitted] = new JsonArray([.. there.Select(name => (JsonNode)name)]);
        }

        var part = new CatalogueDocument(root.ToJsonString(Format), Hash);
        return parts.Count < MostParts ? parts.GetOrAdd(key, part) : part;
    }

    private static void WithoutLanguages(JsonNode? node, IReadOnlyList<string> languages)
    {
        if (languages.Count == 0)
        {
            return;
        }

        if (node is JsonArray list)
        {
            foreach (var entry in list)
            {
                WithoutLanguages(entry, languages);
            }
        }
        else if (node is JsonObject entry)
        {
            foreach (var (name, value) in entry.ToList())
            {
                if (Languages.OfMember(name) is { } language && languages.Contains(language))
                {
                    entry.Remove(name);
                }
                else
                {
                    WithoutLanguages(value, languages);
                }
            }
        }
    }

    // In the order of their names, so that the same content is the same text.
    private static JsonObject Members(IEnumerable<KeyValuePair<string, JsonElement>> members) =>
        new(members.OrderBy(member => member.Key, StringComparer.Ordinal).Select(member => KeyValuePair.Create(member.Key, JsonNode.Parse(member.Value.GetRawText()))));
}
