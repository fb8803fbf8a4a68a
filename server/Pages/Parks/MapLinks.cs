namespace SpatialPlan.Server.Pages.Parks;

/// <summary>Addresses of the map that show what a page speaks of.</summary>
/// <param name="root">Where the map is.</param>
/// <param name="words">The language it is to open in; it has Chinese, and English for all others.</param>
public sealed class MapLinks(string root, PageWords words)
{
    private readonly string language = words.IsChinese ? "" : "&lang=en";

    public string Select(string collection, string code) => $"{root}/?select={collection}/{code}{language}";

    /// <summary>The text of the plan at a paragraph.</summary>
    public string Reading(string paragraph, string collection, string code) => $"{root}/?tab=text&read={paragraph}&select={collection}/{code}{language}";

    public string Enquire(params IEnumerable<string> codes) => $"{root}/?view=parks&parks={string.Join(',', codes)}&enquiry=open{language}";
}
