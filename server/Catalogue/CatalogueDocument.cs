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
public sealed record CatalogueDocument(string Json)
{
    public const string Vocabularies = "vocabularies";

    private static readonly JsonSerializerOptions Format = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The same for the same content, in any process: SHA-256 of the text in hexadecimal.</summary>
    public string Hash { get; } = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Json)));

    public static CatalogueDocument Of(IEnumerable<KeyValuePair<string, JsonElement>> files, IEnumerable<KeyValuePair<string, JsonElement>> vocabularies)
    {
        var document = Members(files);
        document[Vocabularies] = Members(vocabularies);
        return new CatalogueDocument(document.ToJsonString(Format));
    }

    // In the order of their names, so that the same content is the same text.
    private static JsonObject Members(IEnumerable<KeyValuePair<string, JsonElement>> members) =>
        new(members.OrderBy(member => member.Key, StringComparer.Ordinal).Select(member => KeyValuePair.Create(member.Key, JsonNode.Parse(member.Value.GetRawText()))));
}
