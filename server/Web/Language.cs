namespace SpatialPlan.Server.Web;

/// <summary>In which of the two languages of the catalogue somebody would rather read.</summary>
public static class Language
{
    public const string Chinese = "zh";
    public const string English = "en";

    /// <summary>The parameter that decides whatever the header says.</summary>
    public const string Parameter = "lang";

    private static readonly string[] All = [Chinese, English];

    /// <summary>The parameter lang, or else what Accept-Language puts first; Chinese, the language of the plan, unless that is English.</summary>
    /// <exception cref="RequestException">The parameter names no language of the catalogue.</exception>
    public static string Of(HttpRequest request) => Of(request, All);

    /// <summary>The same of the languages that <paramref name="offered"/> lists.</summary>
    public static string Of(HttpRequest request, IReadOnlyList<string> offered) =>
        request.Query.TryGetValue(Parameter, out var given)
            ? Named(given.ToString(), offered) ?? throw RequestException.Malformed("value-invalid", new { parameter = Parameter, supported = offered })
            : Accepted(request, offered);

    /// <summary>Answers of the endpoint follow the language of who asks: each has an ETag of its own and says which it is in.</summary>
    public static TBuilder InLanguages<TBuilder>(this TBuilder endpoint)
        where TBuilder : IEndpointConventionBuilder => endpoint.WithMetadata(new Variant(Of, Of));

    /// <summary>The language that a tag like zh, zh-Hans or zh_CN names; WeChat hangs the last on every address.</summary>
    public static string? Named(string tag) => Named(tag, All);

    public static string? Named(string tag, IReadOnlyList<string> offered) => offered.FirstOrDefault(language => language == tag.Split('-', '_')[0]);

    /// <summary>What the header alone asks for, for answers that must not fail.</summary>
    public static string Accepted(HttpRequest request) => Accepted(request, All);

    public static string Accepted(HttpRequest request, IReadOnlyList<string> offered) =>
        request.GetTypedHeaders().AcceptLanguage
            .OrderByDescending(asked => asked.Quality ?? 1)
            .Select(asked => asked.Value.ToString().Split('-')[0].ToLowerInvariant())
            .FirstOrDefault(offered.Contains) ?? Chinese;
}
