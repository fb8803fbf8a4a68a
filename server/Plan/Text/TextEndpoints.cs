using System.Collections.Frozen;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using SpatialPlan.Server.Catalogue;
using SpatialPlan.Server.Web;

namespace SpatialPlan.Server.Plan.Text;

/// <summary>The text of the plan for its reader. Without the text every answer still has its locators.</summary>
public sealed class TextEndpoints(OutlineStore outline, ChapterStore chapters, ParagraphStore paragraphs, PlanCatalogue catalogue)
{
    private const int LongestWords = 100;
    private static readonly FrozenSet<string> None = [];
    private static readonly FrozenSet<string> WhatToMark = FrozenSet.Create("code", "collection", "attribute", "q", "value", "unit");

    public async Task<IResult> Outline(HttpContext context)
    {
        QueryReader.Of(context.Request.Query, None);
        return RevisionFilter.IsHeld(context) ? RevisionFilter.Unchanged : JsonText.Answer(await outline.Read(context.RequestAborted));
    }

    public async Task<IResult> Chapter(string number, HttpContext context)
    {
        QueryReader.Of(context.Request.Query, None);
        var chapter = int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var known) ? await chapters.Find(known, context.RequestAborted) : null;
        return JsonText.Answer(chapter ?? throw RequestException.Unknown("chapter-unknown", new { chapter = number }));
    }

    public async Task<IResult> Paragraph(string id, HttpContext context)
    {
        var query = QueryReader.Of(context.Request.Query, WhatToMark);
        var paragraph = await paragraphs.Find(id, context.RequestAborted) ?? throw RequestException.Unknown("paragraph-unknown", new { paragraph = id });
        paragraph["highlight"] = JsonSerializer.SerializeToNode(await Mark(paragraph, query, context.RequestAborted), JsonFiles.Format);
        return JsonText.Answer(paragraph);
    }

    private async Task<Highlight?> Mark(JsonObject paragraph, QueryReader query, CancellationToken cancel)
    {
        if (query.Find("q") is { } words)
        {
            return words.Length <= LongestWords
                ? Highlight.OfWords(paragraph, words)
                : throw RequestException.Malformed("query-too-long", new { parameter = "q", maximum = LongestWords });
        }

        if (query.Find("value") is { } number)
        {
            const NumberStyles Plain = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint;
            return decimal.TryParse(number, Plain, CultureInfo.InvariantCulture, out var value)
                ? Highlight.OfFigure(paragraph, value, query.Find("unit"))
                : throw RequestException.Malformed("value-invalid", new { parameter = "value" });
        }

        if (query.Find("code") is not { } code)
        {
            return query.Find("attribute") is null && query.Find("collection") is null && query.Find("unit") is null
                ? null
                : throw RequestException.Malformed("parameter-missing", new { parameter = "code" });
        }

        var (collection, feature) = await paragraphs.FindFeature(code, query.Find("collection"), cancel) ?? throw RequestException.Unknown("feature-unknown", new { code });
        return Highlight.OfFeature(paragraph, collection, feature, query.Find("attribute"), catalogue);
    }
}
