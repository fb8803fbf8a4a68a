namespace SpatialPlan.Server.Catalogue;

/// <summary>The languages that data may have words in: those of the plan's own pages first, then those of investors.</summary>
public static class Languages
{
    public const string Chinese = "zh";
    public const string English = "en";
    public const string Japanese = "ja";
    public const string Korean = "ko";

    public static readonly IReadOnlyList<string> All = [Chinese, English, Japanese, Korean];

    /// <summary>The language that a member such as <c>ko</c>, <c>title_ko</c> or <c>name_ko</c> is in, or null.</summary>
    public static string? OfMember(string name) => All.FirstOrDefault(language => name == language || (name.EndsWith(language, StringComparison.Ordinal) && name[..^language.Length].EndsWith('_')));
}
