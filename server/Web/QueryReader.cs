using System.Collections.Frozen;
using System.Globalization;

namespace SpatialPlan.Server.Web;

/// <summary>The parameters of a request, each known, given once and not empty.</summary>
public sealed class QueryReader
{
    private const int LongestRepeated = 100;

    private readonly Dictionary<string, string> values = new(StringComparer.Ordinal);

    private QueryReader()
    {
    }

    public IEnumerable<KeyValuePair<string, string>> All => values;

    /// <param name="query">The query string as the framework split it; its keys ignore case, ours do not.</param>
    /// <param name="known">What this resource understands.</param>
    /// <param name="formats">The values of f it can answer with; JSON when none is named.</param>
    public static QueryReader Of(IQueryCollection query, FrozenSet<string> known, params ReadOnlySpan<string> formats) => Of(query, known, isPage: false, formats);

    /// <summary>The parameters of a page, which does not mind what a messenger has hung on its address.</summary>
    public static QueryReader OfPage(IQueryCollection query, FrozenSet<string> known) => Of(query, known, isPage: true, "html");

    public string? Find(string name) => values.GetValueOrDefault(name);

    /// <summary>A whole number from nought; null when there is none.</summary>
    public long? Number(string name) => Find(name) switch
    {
        null => null,
        var text when long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) => number,
        var text => throw Invalid(name, text, "integer"),
    };

    /// <summary>The position that what is wanted of a list follows; from its beginning where nothing is said.</summary>
    public int After() => (int)Math.Min(Number("after") ?? 0, int.MaxValue);

    /// <summary>How much of a list is wanted, from one; more than the most is the most, however many digits it takes to say so.</summary>
    /// <param name="most">What one answer holds.</param>
    /// <param name="usual">Where nothing is said.</param>
    /// <exception cref="RequestException">400 limit-invalid.</exception>
    public int Limit(int most, int usual)
    {
        if (Find("limit") is not { } text)
        {
            return usual;
        }

        var isNumber = text.All(char.IsAsciiDigit) && text.Any(digit => digit != '0');
        return !isNumber ? throw LimitInvalid(text, most)
            : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var limit) ? Math.Min(limit, most) : most;
    }

    /// <summary>400: a limit is no number that an answer can go by.</summary>
    public static RequestException LimitInvalid(string value, int most) =>
        RequestException.Malformed("limit-invalid", new { parameter = "limit", value = Shortened(value), maximum = most });

    /// <summary>400: a value is not of the type, or not among the ones, that the parameter may have.</summary>
    public static RequestException Invalid(string parameter, string value, object type) =>
        RequestException.Malformed("value-invalid", new { parameter, value = Shortened(value), type });

    /// <summary>As much of what was sent as an answer repeats.</summary>
    public static string Shortened(string value) => value.Length <= LongestRepeated ? value : value[..LongestRepeated];

    private static QueryReader Of(IQueryCollection query, FrozenSet<string> known, bool isPage, params ReadOnlySpan<string> formats)
    {
        var reader = new QueryReader();
        foreach (var (name, given) in query)
        {
            if (!known.Contains(name))
            {
                if (isPage && SharedLinks.Added(name))
                {
                    continue;
                }

                throw RequestException.Malformed("parameter-unknown", new { parameter = name });
            }

            if (given.Count != 1)
            {
                throw RequestException.Malformed("parameter-repeated", new { parameter = name });
            }

            if (string.IsNullOrEmpty(given[0]) || given[0]!.Contains('\0', StringComparison.Ordinal))
            {
                throw RequestException.Malformed("parameter-empty", new { parameter = name });
            }

            reader.values.Add(name, given[0]!);
        }

        if (reader.Find("f") is { } format && !(formats.IsEmpty ? format is "json" : formats.Contains(format)))
        {
            throw RequestException.Malformed("format-not-supported", new { parameter = "f", value = format });
        }

        return reader;
    }
}
