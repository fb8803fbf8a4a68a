using SpatialPlan.Server.Parks;

namespace SpatialPlan.Server.Pages.Parks;

/// <summary>Addresses of the map that show what a page speaks of, in the language of the page.</summary>
/// <param name="root">Where the map is.</param>
/// <param name="words">The language it is to open in.</param>
public sealed class MapLinks(string root, PageWords words)
{
    private readonly string language = words.IsChinese ? "" : $"&lang={words.Language}";

    public string Select(string collection, string code) => $"{root}/{SelectQuery(collection, code)}";

    public string SelectQuery(string collection, string code) => $"?select={collection}/{code}{language}";

    /// <summary>The text of the plan at a paragraph.</summary>
    public string Reading(string paragraph) => $"{root}/?tab=text&read={paragraph}{language}";

    public string Panorama(string chain) => $"{root}/?view=panorama&chain={chain}{language}";

    public string CompareQuery(ComparedKind kind, IEnumerable<string> codes) =>
        $"{(kind == ComparedKind.Park ? "?view=compare&parks=" : "?view=compare&compared=")}{string.Join(',', codes)}{language}";

    public string Enquire(params IEnumerable<string> codes) => $"{root}/?view=parks&parks={string.Join(',', codes)}&enquiry=open{language}";
}
