using SpatialPlan.Server.Catalogue;

namespace SpatialPlan.Server.Pages;

/// <summary>A text and the language it is in, which is another than that of the page where a translation is missing.</summary>
public readonly record struct Said(string Text, string Language)
{
    /// <summary>The tag of a language for the attribute lang, which tells fonts and voices how to read it.</summary>
    public static string Tag(string language) => language == Languages.Chinese ? "zh-CN" : language;
}
