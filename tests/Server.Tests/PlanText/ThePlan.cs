using System.Text.Json;
using SpatialPlan.Server.PlanText;
using Xunit;

namespace SpatialPlan.Server.Tests.PlanText;

/// <summary>The real document, which is not part of the repository, and what the catalogue knows of it.</summary>
internal static class ThePlan
{
    // In this order: the catalogue and the document are looked for from the checkout.
    private static readonly string Checkout = Repository.Root;

    public static PlanDefinition Definition { get; } = ReadDefinition();

    private static readonly Lazy<PlanDocument?> Read = new(() =>
        Path is { } path ? PlanDocument.Parse(File.ReadAllBytes(path), Definition) : null);

    /// <summary>Skips the calling test, by name and with the reason, where the document is not there.</summary>
    public static PlanDocument Document()
    {
        Assert.SkipWhen(
            Read.Value is null,
            "The text of the plan is not here: set PLAN_DOCUMENT or put it at gis-data/plan/plan.txt.");
        return Read.Value!;
    }

    public static byte[] Bytes()
    {
        Document();
        return File.ReadAllBytes(Path!);
    }

    public static PlanParagraph Paragraph(string id) =>
        Document().Find(id) ?? throw new InvalidOperationException($"The document has no paragraph {id}.");

    private static string? Path => new[]
    {
        Environment.GetEnvironmentVariable("PLAN_DOCUMENT"),
        System.IO.Path.Combine(Checkout, "gis-data", "plan", "plan.txt"),
        System.IO.Path.Combine(Checkout, "..", "shared", "plan", "plan.txt"),
    }.FirstOrDefault(File.Exists);

    private static PlanDefinition ReadDefinition()
    {
        var file = System.IO.Path.Combine(Checkout, "gis-data", "catalogue", "plans.json");
        using var catalogue = JsonDocument.Parse(File.ReadAllText(file));
        return PlanDefinition.FromCatalogue(catalogue.RootElement.GetProperty("plans")[0]);
    }
}
