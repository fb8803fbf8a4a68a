using System.Globalization;

namespace SpatialPlan.Server.PlanText;

/// <summary>Gives paragraphs their ids, in the order of the document. An id is given once.</summary>
internal sealed class ParagraphWriter(string plan, PlanTextFindings findings)
{
    private readonly Dictionary<string, int> _counted = new(StringComparer.Ordinal);
    private readonly HashSet<string> _ids = new(StringComparer.Ordinal);
    private readonly List<PlanParagraph> _written = [];

    public IReadOnlyList<PlanParagraph> Written => _written;

    public bool HasPart(int part) => _written.Exists(paragraph => paragraph.Place.Part == part);

    public bool HasChapter(int chapter) => _written.Exists(paragraph => paragraph.Place.Chapter == chapter);

    /// <summary>The id the next counted paragraph of a chapter would get.</summary>
    public string NextOfChapter(int chapter) => Id(Scope(PlanParagraphKind.Chapter, new PlanPlace(null, chapter, null, null, null, null)));

    public void Write(ParagraphDraft draft)
    {
        var scope = Scope(draft.Kind, draft.Place);
        var id = Id(scope, draft.Number);
        if (!_ids.Add(id))
        {
            findings.Report(PlanTextCodes.ParagraphRepeated, draft.Lines[0].Number, id, null);
            findings.LeaveOver(draft.Lines);
            return;
        }

        var number = draft.Number ?? (_counted[scope] = _counted.GetValueOrDefault(scope) + 1);
        _written.Add(draft.Finish(id, number));
    }

    /// <returns>The id of the caption, or null when that figure has come before.</returns>
    public string? WriteFigure(string figure, PlanPlace place, PlanLine line)
    {
        var id = $"{plan}-figure-{figure}";
        if (!_ids.Add(id))
        {
            findings.Report(PlanTextCodes.ParagraphRepeated, line.Number, id, null);
            findings.LeaveOver(line, null);
            return null;
        }

        _written.Add(new PlanParagraph(id, PlanParagraphKind.Figure, place, 1, line.Page, line.Text, [], line.Number, line.Number));
        return id;
    }

    private string Id(string scope, int? number = null) => number is { } given
        ? string.Create(CultureInfo.InvariantCulture, $"{scope}-{given}")
        : string.Create(CultureInfo.InvariantCulture, $"{scope}-p{_counted.GetValueOrDefault(scope) + 1}");

    private string Scope(PlanParagraphKind kind, PlanPlace place) => kind switch
    {
        PlanParagraphKind.Front => $"{plan}-front",
        PlanParagraphKind.Part => Inv($"{plan}-part-{place.Part}"),
        PlanParagraphKind.Chapter => Inv($"{plan}-chapter-{place.Chapter}"),
        PlanParagraphKind.TableRow => Inv($"{plan}-chapter-{place.Chapter}-row"),
        PlanParagraphKind.BoxItem => $"{plan}-box-{place.Box}-item",
        PlanParagraphKind.BoxText => $"{plan}-box-{place.Box}",
        PlanParagraphKind.Imprint => $"{plan}-imprint",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "a figure has its own id"),
    };

    private static string Inv(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
