using System.Text.Json.Nodes;
using SpatialPlan.Server.Catalogue;
using SpatialPlan.Server.Parks;

namespace SpatialPlan.Server.Pages.Parks;

/// <summary>The heads of the columns of a comparison, and what could stand beside them.</summary>
public sealed class ComparedHead(Html html, PlanCatalogue catalogue, PageWords words, JsonNode? outline)
{
    public static Said NameOf(ComparedSubject subject, PageWords words) => words.Said(subject.NameZh, subject.NameEn, subject.NameJa, subject.NameKo);

    /// <param name="kind">What is compared.</param>
    /// <param name="subject">What the column is of.</param>
    /// <param name="geometry">Where it is drawn; null where it has no place, and of a chain.</param>
    /// <param name="address">Where its own page is.</param>
    public void Write(ComparedKind kind, ComparedSubject subject, JsonNode? geometry, string address)
    {
        var name = NameOf(subject, words);
        if (kind != ComparedKind.IndustryChain)
        {
            // What voices read has one language.
            FeatureMap.Draw(html, geometry, outline, name.Language == words.Language ? name.Text : words["compare.this"], words);
        }

        html.Element("a", name, words, ("href", address), ("class", "name"));
        if ((words.IsChinese ? subject.NameEn : subject.NameZh) is { } original)
        {
            html.Element("span", original, ("lang", Said.Tag(words.IsChinese ? Languages.English : Languages.Chinese)), ("class", "original"));
        }

        if (catalogue.FindProfile(Compared.ProfileOf(kind), subject.Code) is { SummaryZh: { } chinese } profile)
        {
            html.Element("p", words.Said(chinese, profile.SummaryEn, profile.SummaryJa, profile.SummaryKo), words, ("class", "small"));
        }
    }

    public void Add(IReadOnlyList<ComparedSubject> others, Func<string, string> address)
    {
        if (others.Count > 0)
        {
            html.Element("h2", words.Say("compare.add", Comparison.Most)).Element("ul", () =>
            {
                foreach (var other in others)
                {
                    html.Element("li", () => html.Element("a", NameOf(other, words), words, ("href", address(other.Code)), ("class", "chip"), ("rel", "nofollow")));
                }
            }, ("class", "chips exports"));
        }
    }
}
