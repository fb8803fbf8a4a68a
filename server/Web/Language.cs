namespace SpatialPlan.Server.Web;

/// <summary>In which of the two languages of the catalogue somebody would rather read.</summary>
public static class Language
{
    public const string Chinese = "zh";
    public const string English = "en";

    /// <summary>What Accept-Language puts first; Chinese, the language of the plan, unless that is English.</summary>
    public static string Of(HttpRequest request) =>
        request.GetTypedHeaders().AcceptLanguage
            .OrderByDescending(asked => asked.Quality ?? 1)
            .Select(asked => asked.Value.ToString().Split('-')[0].ToLowerInvariant())
            .FirstOrDefault(asked => asked is Chinese or English) ?? Chinese;
}
