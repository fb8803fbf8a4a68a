using System.Text.Json.Nodes;
using SpatialPlan.Server.Catalogue;
using SpatialPlan.Server.Database;

namespace SpatialPlan.Server.Plan.Text;

/// <summary>The outline: with titles and pages where the text is loaded, else the numbers that the catalogue knows.</summary>
public sealed class OutlineStore(PlanDatabase database, PlanCatalogue catalogue)
{
    private readonly PlanDefinition plan = catalogue.FindPlan(catalogue.Product.Plan)!;

    public async Task<JsonObject> Read(CancellationToken cancel)
    {
        await using var command = database.Public.CreateCommand("""
            select r.value, d.is_loaded, d.report::text, d.outline::text
            from published_plan.revision r
            left join published_plan.document d on d.plan = $1
            """);
        command.Parameters.Add(new() { Value = plan.Code });
        await using var reader = await command.ExecuteReaderAsync(cancel);
        await reader.ReadAsync(cancel);
        var isLoaded = !reader.IsDBNull(1) && reader.GetBoolean(1);
        return new JsonObject
        {
            ["revision"] = reader.GetInt64(0),
            ["plan"] = new JsonObject
            {
                ["code"] = plan.Code,
                ["number"] = plan.Number,
                ["date"] = plan.Date,
                ["title_zh"] = plan.Title.Zh,
                ["title_en"] = plan.Title.En,
            },
            ["text_loaded"] = isLoaded,
            ["report"] = reader.IsDBNull(2) ? new JsonObject { ["verdict"] = "absent" } : JsonNode.Parse(reader.GetString(2)),
            ["parts"] = isLoaded ? JsonNode.Parse(reader.GetString(3)) : Numbers(),
        };
    }

    private JsonArray Numbers() =>
        [.. plan.Parts.Select(part => new JsonObject
        {
            ["number"] = part.Number,
            ["title"] = null,
            ["page"] = null,
            ["chapters"] = new JsonArray([.. Enumerable.Range(part.Chapters[0], part.Chapters[^1] - part.Chapters[0] + 1).Select(Chapter)]),
        })];

    private JsonNode Chapter(int number) => new JsonObject
    {
        ["number"] = number,
        ["title"] = null,
        ["page"] = null,
        ["sections"] = new JsonArray(),
        ["boxes"] = new JsonArray([.. plan.Boxes.Where(box => box.Chapter == number).Select(box => new JsonObject
        {
            ["box"] = box.Box,
            ["title"] = null,
            ["page"] = null,
            ["items"] = null,
            ["section"] = null,
            ["first_paragraph"] = null,
            ["last_paragraph"] = null,
        })]),
        ["tables"] = new JsonArray(),
        ["figures"] = new JsonArray(),
    };
}
