using System.Buffers;
using System.IO.Pipelines;
using System.Text.Json.Nodes;
using SpatialPlan.Server.Catalogue;
using SpatialPlan.Server.Geo;
using SpatialPlan.Server.Ogc;

namespace SpatialPlan.Server.Pages;

/// <summary>Features as a page reads them: the same rows that programs get.</summary>
public sealed class PageItems(ItemStore items, PlanCatalogue catalogue)
{
    private Tuple<string, JsonNode?>? known;

    public async Task<(IReadOnlyList<JsonNode> Features, string? NextToken)> Read(ItemQuery query, CancellationToken cancel)
    {
        using var text = new MemoryStream();
        var output = PipeWriter.Create(text, new StreamPipeWriterOptions(leaveOpen: true));
        var page = await items.Write(query, output, () => output.Write("["u8), cancel);
        output.Write("]"u8);
        await output.CompleteAsync();
        return ([.. JsonNode.Parse(text.ToArray())!.AsArray().OfType<JsonNode>()], page.NextToken);
    }

    /// <summary>One feature as the page of it reads it, or null.</summary>
    public async Task<JsonNode?> Find(CollectionDefinition collection, string code, DateTimeOffset? asOf, CancellationToken cancel)
    {
        if (await items.Find(collection, code, asOf, CrsList.Wire, cancel) is not { } feature)
        {
            return null;
        }

        return JsonNode.Parse([.. feature.Json, .. "}"u8]);
    }

    /// <summary>The outline of the ground, read once a revision (by its tag); null where the catalogue has none.</summary>
    public async Task<JsonNode?> Outline(string revision, CancellationToken cancel)
    {
        if (known is { } last && last.Item1 == revision)
        {
            return last.Item2;
        }

        var boundary = catalogue.FindRole(CollectionRole.Boundary);
        var features = boundary is null ? [] : (await Read(new ItemQuery(new FeatureSelection(boundary, null, null, null, []), 1, null), cancel)).Features;
        var outline = features is [var first, ..] ? first["geometry"] : null;
        known = Tuple.Create(revision, outline);
        return outline;
    }
}
