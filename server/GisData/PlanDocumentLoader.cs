using System.Text.Json;
using System.Text.Json.Nodes;
using Npgsql;
using NpgsqlTypes;
using SpatialPlan.Server.Catalogue;
using SpatialPlan.Server.Database;
using SpatialPlan.Server.PlanText;

namespace SpatialPlan.Server.GisData;

/// <summary>
/// Brings the text of the plan into the database: read again only when the document changed. A document that is not
/// this plan leaves a report and no text; the product works without.
/// </summary>
public sealed class PlanDocumentLoader(OwnerDatabase owner, PlanDocumentFile file, ILogger<PlanDocumentLoader> log)
{
    private static readonly string[] Columns =
        ["id", "plan", "kind", "part", "chapter", "section", "subsection", "box", "item", "page", "ordinal", "text", "page_breaks", "sentences"];

    /// <summary>Loads the text of the plan that a catalogue is of.</summary>
    public async Task Load(PlanCatalogue catalogue, CancellationToken cancel)
    {
        var plan = catalogue.FindPlan(catalogue.Product.Plan)!;
        var (bytes, reason) = file.Read();
        var hash = bytes is null ? reason! : PlanDocumentFile.HashOf(bytes);
        await using var connection = await owner.Source.OpenConnectionAsync(cancel);
        if (await Installed(connection, plan, cancel) is var before && (before == hash || (before is null && reason == NoDocument.Absent)))
        {
            return;
        }

        var document = bytes is null ? null : PlanDocument.Parse(bytes, Definition(plan));
        await using var transaction = await connection.BeginTransactionAsync(cancel);
        await Execute(connection, "lock table plan.document in share row exclusive mode", cancel);
        if (await Installed(connection, plan, cancel) == hash)
        {
            // Another process that started at the same moment was faster.
            return;
        }

        await Replace(connection, plan, hash, reason, document, cancel);
        await transaction.CommitAsync(cancel);
        Report(document, reason);
    }

    /// <summary>What the reader of the text must know of a plan, from the catalogue.</summary>
    public static PlanText.PlanDefinition Definition(Catalogue.PlanDefinition plan) =>
        PlanText.PlanDefinition.FromCatalogue(JsonSerializer.SerializeToElement(plan, JsonFiles.Format));

    private static async Task Replace(NpgsqlConnection connection, Catalogue.PlanDefinition plan, string hash, string? reason, PlanDocument? document, CancellationToken cancel)
    {
        var report = document is null ? PlanDocumentContent.NoReport(reason!) : PlanDocumentContent.Report(document.Report);
        var isLoaded = document is { Report.Usable: true, Paragraphs.Count: > 0 };
        var outline = isLoaded ? PlanDocumentContent.Outline(document!.Outline) : [];
        await Execute(connection, "delete from plan.document where plan = $1", cancel, plan.Code);
        await Execute(
            connection,
            "insert into plan.document (plan, hash, is_loaded, report, outline, at) values ($1, $2, $3, $4, $5, clock_timestamp())",
            cancel, plan.Code, hash, isLoaded, Json(report), Json(outline));
        if (isLoaded)
        {
            await Copy(connection, document!, cancel);
        }

        await Execute(
            connection,
            "insert into plan.event (at, revision, actor, action, collection, detail) select clock_timestamp(), plan.raise_revision(), 'plan-document', 'changed', 'paragraph', $1",
            cancel, Json(report));
    }

    private static async Task Copy(NpgsqlConnection connection, PlanDocument document, CancellationToken cancel)
    {
        await using var copy = await connection.BeginBinaryImportAsync($"copy plan.paragraph ({string.Join(", ", Columns)}) from stdin (format binary)", cancel);
        foreach (var (ordinal, paragraph) in document.Paragraphs.Index())
        {
            await copy.StartRowAsync(cancel);
            await copy.WriteAsync(paragraph.Id, cancel);
            await copy.WriteAsync(document.Definition.Code, cancel);
            await copy.WriteAsync(JsonNamingPolicy.KebabCaseLower.ConvertName(paragraph.Kind.ToString()), cancel);
            var place = paragraph.Place;
            foreach (var number in new[] { place.Part, place.Chapter, place.Section, place.Subsection })
            {
                await Write(copy, number, cancel);
            }

            await (place.Box is null ? copy.WriteNullAsync(cancel) : copy.WriteAsync(place.Box, cancel));
            await Write(copy, place.Item, cancel);
            await copy.WriteAsync(paragraph.Page, cancel);
            await copy.WriteAsync(ordinal + 1, cancel);
            await copy.WriteAsync(paragraph.Text, cancel);
            await copy.WriteAsync(PlanDocumentContent.Node(paragraph.PageBreaks).ToJsonString(), NpgsqlDbType.Jsonb, cancel);
            var sentences = paragraph.Sentences.Select(sentence => new { sentence.Start, End = sentence.Start + sentence.Length, sentence.Page });
            await copy.WriteAsync(PlanDocumentContent.Node(sentences).ToJsonString(), NpgsqlDbType.Jsonb, cancel);
        }

        await copy.CompleteAsync(cancel);
    }

    private static Task Write(NpgsqlBinaryImporter copy, int? number, CancellationToken cancel) =>
        number is { } value ? copy.WriteAsync(value, cancel) : copy.WriteNullAsync(cancel);

    private static async Task<string?> Installed(NpgsqlConnection connection, Catalogue.PlanDefinition plan, CancellationToken cancel)
    {
        await using var command = new NpgsqlCommand("select hash from plan.document where plan = $1", connection);
        command.Parameters.Add(new() { Value = plan.Code });
        return (string?)await command.ExecuteScalarAsync(cancel);
    }

    private void Report(PlanDocument? document, string? reason)
    {
        if (document is null)
        {
            log.LogWarning("There is no text of the plan at {Path}: {Reason}", file.Path, reason);
        }
        else if (document.Report.Usable)
        {
            var report = document.Report;
            log.LogInformation(
                "Loaded the text of the plan ({Verdict}): {Parts} parts, {Chapters} chapters, {Boxes} boxes, {Paragraphs} paragraphs, {Unplaced} unplaced",
                report.Verdict, report.Parts.Found, report.Chapters.Found, report.Boxes.Found, report.Paragraphs, report.Unplaced.Count);
        }
        else
        {
            log.LogWarning("{Path} is not the text of the plan ({Verdict}); nothing of it was loaded", file.Path, document.Report.Verdict);
        }
    }

    private static NpgsqlParameter Json(JsonNode value) => new() { Value = value.ToJsonString(), NpgsqlDbType = NpgsqlDbType.Jsonb };

    private static async Task Execute(NpgsqlConnection connection, string sql, CancellationToken cancel, params object[] values)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        foreach (var value in values)
        {
            command.Parameters.Add(value as NpgsqlParameter ?? new NpgsqlParameter { Value = value });
        }

        await command.ExecuteNonQueryAsync(cancel);
    }
}
