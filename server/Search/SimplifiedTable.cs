using System.Collections.Frozen;
using System.Text.Json;

namespace SpatialPlan.Server.Search;

/// <summary>Traditional characters as simplified ones, in which the plan is written; one for one, so that places stay what they are.</summary>
public sealed class SimplifiedTable
{
    private readonly FrozenDictionary<char, char> characters;

    private SimplifiedTable(IReadOnlyDictionary<string, string> characters) =>
        this.characters = characters.SelectMany(entry => entry.Value.Select(traditional => KeyValuePair.Create(traditional, entry.Key[0]))).ToFrozenDictionary();

    /// <summary>Without a table characters are compared as they are written.</summary>
    public static SimplifiedTable Empty { get; } = new(new Dictionary<string, string>());

    /// <summary>Reads {"simplified": "traditional characters", …}, which scripts/simplified.mjs makes.</summary>
    public static SimplifiedTable Read(string path)
    {
        using var file = File.OpenRead(path);
        var characters = JsonSerializer.Deserialize<Dictionary<string, string>>(file)!;
        return characters.Keys.All(key => key.Length == 1) ? new SimplifiedTable(characters) : throw new JsonException("a simplified form is one character");
    }

    public string Of(string text) =>
        characters.Count == 0 || text.All(char.IsAscii) ? text : string.Create(text.Length, text, (written, from) =>
        {
            for (var at = 0; at < written.Length; at++)
            {
                written[at] = characters.GetValueOrDefault(from[at], from[at]);
            }
        });
}
