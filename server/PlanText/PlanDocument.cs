namespace SpatialPlan.Server.PlanText;

/// <summary>
/// The text of the plan with its outline, its paragraphs in the order of the document, and a report of the reading.
/// Reading never fails: what is not this plan has no paragraphs, and the report says why.
/// </summary>
public sealed class PlanDocument
{
    private readonly Dictionary<string, int> _positions;

    private PlanDocument(PlanDefinition definition, PlanOutline outline, IReadOnlyList<PlanParagraph> paragraphs, PlanTextReport report)
    {
        (Definition, Outline, Paragraphs, Report) = (definition, outline, paragraphs, report);
        _positions = paragraphs.Select((paragraph, at) => (paragraph.Id, at))
            .ToDictionary(pair => pair.Id, pair => pair.at, StringComparer.Ordinal);
    }

    public PlanDefinition Definition { get; }

    public PlanOutline Outline { get; }

    public IReadOnlyList<PlanParagraph> Paragraphs { get; }

    public PlanTextReport Report { get; }

    /// <summary>Reads a file as it is on disk, in whatever encoding.</summary>
    public static PlanDocument Parse(ReadOnlySpan<byte> file, PlanDefinition definition) =>
        Parse(PlanTextDecoder.Decode(file), definition);

    public static PlanDocument Parse(string text, PlanDefinition definition) =>
        Parse(new DecodedPlanText(text.ReplaceLineEndings("\n"), "utf-16", 0), definition);

    /// <returns>Null when the document has no such paragraph.</returns>
    public PlanParagraph? Find(string id) => _positions.TryGetValue(id, out var at) ? Paragraphs[at] : null;

    /// <summary>The paragraphs before and after one, in the order of the document.</summary>
    public (PlanParagraph? Before, PlanParagraph? After) Neighbours(string id) =>
        _positions.TryGetValue(id, out var at)
            ? (at == 0 ? null : Paragraphs[at - 1], at == Paragraphs.Count - 1 ? null : Paragraphs[at + 1])
            : (null, null);

    private static PlanDocument Parse(DecodedPlanText decoded, PlanDefinition definition)
    {
        var findings = new PlanTextFindings();
        if (decoded.Damaged > 0)
        {
            findings.Report(PlanTextCodes.UnreadableCharacters, null, decoded.Damaged, 0);
        }

        var lines = PlanLines.Read(decoded.Text, definition, findings);
        var reader = new PlanReader(definition, lines, findings);
        reader.Read();
        var report = PlanTextReporter.Report(decoded, definition, lines, reader, findings);
        return report.Usable
            ? new PlanDocument(definition, reader.Outline.Build(definition, reader.Paragraphs), reader.Paragraphs, report)
            : new PlanDocument(definition, new PlanOutline([]), [], report);
    }
}
