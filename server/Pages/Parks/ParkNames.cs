using SpatialPlan.Server.Catalogue;
using SpatialPlan.Server.Parks;

namespace SpatialPlan.Server.Pages.Parks;

/// <summary>Names and summaries in the language of a page, or in the one that they have.</summary>
public sealed class ParkNames(PlanCatalogue catalogue, PageWords words)
{
    public Said Of(Park park) => Feature(park.Code, park.NameZh, park.NameEn);

    public Said Feature(string code, string zh, string? en)
    {
        var profile = catalogue.FindProfile(Profile.Feature, code);
        return words.Said(zh, en, profile?.NameJa, profile?.NameKo);
    }

    /// <summary>The name that signs and documents have; in Chinese the English one, which may be missing.</summary>
    public Said? Original(Park park) => words.IsChinese
        ? park.NameEn is { } english ? new Said(english, Languages.English) : null
        : new Said(park.NameZh, Languages.Chinese);

    /// <summary>What a reader should know first; null where nobody wrote it.</summary>
    public Said? Summary(string code) => catalogue.FindProfile(Profile.Feature, code) is { SummaryZh: { } chinese } profile
        ? words.Said(chinese, profile.SummaryEn, profile.SummaryJa, profile.SummaryKo)
        : null;

    /// <summary>Where the plan says what the summary says.</summary>
    public string? Paragraph(string code) => catalogue.FindProfile(Profile.Feature, code)?.Paragraph;

    /// <summary>What a term is called; its code where the vocabulary does not have it.</summary>
    public Said Term(string vocabulary, string code) =>
        catalogue.Vocabularies.GetValueOrDefault(vocabulary)?.Find(code) is { } term ? words.Said(term) : words.Said(code);
}
