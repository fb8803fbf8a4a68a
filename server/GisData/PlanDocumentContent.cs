using System.Text.Json;
using System.Text.Json.Nodes;
using SpatialPlan.Server.Catalogue;
using SpatialPlan.Server.PlanText;

namespace SpatialPlan.Server.GisData;

/// <summary>The report and the outline of a reading as they are kept and served. Codes and numbers, and the plan's own titles.</summary>
public static class PlanDocumentContent
{
    public static JsonObject Report(PlanTextReport report) => new()
    {
        ["verdict"] = JsonNamingPolicy.KebabCaseLower.ConvertName(report.Verdict.ToString()),
        ["encoding"] = report.Encoding,
        ["characters"] = report.Characters,
        ["lines"] = report.Lines,
        ["first_page"] = report.FirstPage,
        ["last_page"] = report.LastPage,
        ["found"] = new JsonObject
        {
            ["parts"] = report.Parts.Found,
            ["chapters"] = report.Chapters.Found,
            ["boxes"] = report.Boxes.Found,
            ["sections"] = report.Sections,
            ["figures"] = report.Figures,
            ["paragraphs"] = report.Paragraphs,
        },
        ["expected"] = new JsonObject
        {
            ["parts"] = report.Parts.Expected,
            ["chapters"] = report.Chapters.Expected,
            ["boxes"] = report.Boxes.Expected,
        },
        ["missing"] = new JsonObject
        {
            ["parts"] = Node(report.Parts.Missing),
            ["chapters"] = Node(report.Chapters.Missing),
            ["boxes"] = Node(report.Boxes.Missing),
        },
        ["unplaced"] = Node(report.Unplaced),
        ["issues"] = Node(report.Issues),
    };

    /// <summary>The report when there was no document to read: only why.</summary>
    public static JsonObject NoReport(string reason) => new() { ["verdict"] = reason };

    public static JsonArray Outline(PlanOutline outline) =>
        [.. outline.Parts.Select(part => new JsonObject
        {
            ["number"] = part.Number,
            ["title"] = part.Title,
            ["page"] = part.Page,
            ["chapters"] = new JsonArray([.. part.Chapters.Select(Chapter)]),
        })];

    private static JsonNode Chapter(PlanChapter chapter) => new JsonObject
    {
        ["number"] = chapter.Number,
        ["title"] = chapter.Title,
        ["page"] = chapter.Page,
        ["sections"] = Node(chapter.Sections.Select(section => new { section.Number, section.Parent, section.Title, section.Page, section.Paragraph })),
        ["boxes"] = Node(chapter.Boxes.Select(box => new
        {
            box.Box,
            box.Title,
            box.Page,
            box.Items,
            box.Section,
            box.FirstParagraph,
            box.LastParagraph,
        })),
        ["tables"] = Node(chapter.Tables.Select(table => new { table.Title, table.Page, table.Rows, table.Groups })),
        ["figures"] = Node(chapter.Figures.Select(figure => new { figure.Figure, figure.Title, figure.Page, figure.Paragraph })),
    };

    public static JsonNode Node<T>(T value) => JsonSerializer.SerializeToNode(value, JsonFiles.Format)!;
}
