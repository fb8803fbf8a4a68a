namespace SpatialPlan.Server.PlanText;

/// <summary>The headings as they are found; the outline is put together at the end.</summary>
internal sealed class OutlineDraft
{
    private readonly SortedDictionary<int, FoundHeading> _parts = [];
    private readonly SortedDictionary<int, FoundHeading> _chapters = [];
    private readonly List<FoundBox> _boxes = [];

    public List<PlanSection> Sections { get; } = [];

    public List<PlanTable> Tables { get; } = [];

    public List<PlanFigure> Figures { get; } = [];

    public IEnumerable<int> Parts => _parts.Keys;

    public IEnumerable<int> Chapters => _chapters.Keys;

    public IEnumerable<string> Boxes => _boxes.Select(box => box.Box);

    public void SetPart(int number, string title, int page) => _parts[number] = new FoundHeading(title, page);

    public void SetChapter(int number, string title, int page) => _chapters[number] = new FoundHeading(title, page);

    public void AddBox(string box, PlanPlace place, string title, int page)
    {
        if (!Boxes.Contains(box))
        {
            _boxes.Add(new FoundBox(box, place, title, page));
        }
    }

    public PlanOutline Build(PlanDefinition plan, IReadOnlyList<PlanParagraph> paragraphs)
    {
        var boxes = _boxes.ConvertAll(box => Box(box, paragraphs));
        var chapters = _chapters.Keys.Union(boxes.Select(box => box.Chapter)).Order().Select(number => new PlanChapter(
            number,
            _chapters.GetValueOrDefault(number)?.Title,
            _chapters.GetValueOrDefault(number)?.Page,
            [.. Sections.Where(section => section.Chapter == number)],
            [.. boxes.Where(box => box.Chapter == number)],
            [.. Tables.Where(table => table.Chapter == number)],
            [.. Figures.Where(figure => figure.Chapter == number)])).ToLookup(chapter => plan.PartOf(chapter.Number) ?? 0);
        return new PlanOutline([.. _parts.Keys.Union(chapters.Select(part => part.Key)).Order().Select(number => new PlanPart(
            number,
            _parts.GetValueOrDefault(number)?.Title,
            _parts.GetValueOrDefault(number)?.Page,
            [.. chapters[number]]))]);
    }

    private static PlanBox Box(FoundBox found, IReadOnlyList<PlanParagraph> paragraphs)
    {
        var own = paragraphs.Where(paragraph => paragraph.Place.Box == found.Box).ToList();
        return new PlanBox(
            found.Box,
            found.Place.Chapter!.Value,
            found.Place.Section,
            found.Title,
            found.Page,
            own.Count(paragraph => paragraph.Kind == PlanParagraphKind.BoxItem),
            own.FirstOrDefault()?.Id,
            own.LastOrDefault()?.Id);
    }

    private sealed record FoundHeading(string Title, int Page);

    private sealed record FoundBox(string Box, PlanPlace Place, string Title, int Page);
}
