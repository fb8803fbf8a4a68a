using System.Globalization;
using System.Text.RegularExpressions;

namespace SpatialPlan.Server.Catalogue;

/// <summary>The id of a paragraph, a box item or a table row of a plan, as docs/data-model.md spells it.</summary>
public sealed partial record Locator(string Text, string Plan, int? Part, int? Chapter, string? Box, int? Item, int? Paragraph, int? Row)
{
    [GeneratedRegex(@"\A(?<plan>[a-z][a-z0-9]*)-(?:part-(?<part>[1-9][0-9]{0,3})-p(?<p>[1-9][0-9]{0,3})|chapter-(?<chapter>[1-9][0-9]{0,3})-(?:p(?<p>[1-9][0-9]{0,3})|row-(?<row>[1-9][0-9]{0,3}))|box-(?<box>[1-9][0-9]{0,3}-[1-9][0-9]{0,3})-(?:item-(?<item>[1-9][0-9]{0,3})|p(?<p>[1-9][0-9]{0,3})))\z", RegexOptions.CultureInvariant)]
    private static partial Regex Pattern();

    public static Locator? TryParse(string text)
    {
        var match = Pattern().Match(text);
        if (!match.Success)
        {
            return null;
        }

        int? Number(string group) => match.Groups[group].Success ? int.Parse(match.Groups[group].ValueSpan, CultureInfo.InvariantCulture) : null;
        var box = match.Groups["box"].Success ? match.Groups["box"].Value : null;
        return new Locator(text, match.Groups["plan"].Value, Number("part"), Number("chapter"), box, Number("item"), Number("p"), Number("row"));
    }

    /// <summary>Why the plan cannot have this place, or null when it can.</summary>
    public string? WhyNotIn(PlanDefinition plan) => this switch
    {
        { Part: { } part } when plan.Parts.All(known => known.Number != part) => $"plan {plan.Code} has no part {part}",
        { Chapter: { } chapter } when plan.PartOfChapter(chapter) is null => $"plan {plan.Code} has no chapter {chapter}",
        { Box: { } box } when plan.FindBox(box) is null => $"plan {plan.Code} has no box {box}",
        _ => null,
    };

    /// <summary>The chapter the place stands in: a box belongs to one.</summary>
    public int? ChapterIn(PlanDefinition plan) => Chapter ?? (Box is null ? null : plan.FindBox(Box)?.Chapter);

    public int? PartIn(PlanDefinition plan) => Part ?? (ChapterIn(plan) is { } chapter ? plan.PartOfChapter(chapter)?.Number : null);

    /// <summary>The section the place stands in; a row of a table and what comes before the first section stand in none.</summary>
    public int? SectionIn(PlanDefinition plan) =>
        Box is not null ? plan.FindBox(Box)?.Section
        : Paragraph is { } paragraph ? plan.Sections.FirstOrDefault(sections => sections.Chapter == Chapter)?.Of(paragraph)
        : null;
}
