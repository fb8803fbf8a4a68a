using System.Text;
using Microsoft.Extensions.Logging.Abstractions;
using SpatialPlan.Server.Catalogue;
using SpatialPlan.Server.GisData;

namespace SpatialPlan.Server.IntegrationTests;

/// <summary>Documents for tests: the real one, which is not part of the repository, and a few lines of our own under its number.</summary>
public static class PlanText
{
    public const string Absent = "The text of the plan is not here: set PLAN_DOCUMENT or put it at gis-data/plan/plan.txt.";

    /// <summary>Where the real document is, or null.</summary>
    public static string? RealPath { get; } = new[]
    {
        Environment.GetEnvironmentVariable("PLAN_DOCUMENT"),
        Path.Combine(Repository.GisData, "plan", "plan.txt"),
        Path.Combine(Repository.Root, "..", "shared", "plan", "plan.txt"),
    }.FirstOrDefault(File.Exists);

    /// <summary>A torso that says it is this plan: the first chapter and the head of the second, in our own words.</summary>
    public static string OfOurOwn { get; } = string.Join('\n',
        " 济高新管发〔2021〕8号",
        "关于试验的通知",
        " 第一篇 试验的起点",
        "第一章 试验的基础",
        "试验用的第一段，说到海川路，也说到投资 7.5亿元。银行在路边；",
        "试验用的第二段，只说蓼河。",
        "第二章 试验的打算",
        "试验用的第三段，面积 196亩，到 2025年做完。",
        "");

    public static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);

    /// <summary>Brings a document into a database as the start of the server does.</summary>
    public static async Task Load(TestDatabase database, byte[]? document)
    {
        var path = Path.Combine(Path.GetTempPath(), $"plan-{Guid.NewGuid():N}.txt");
        if (document is not null)
        {
            await File.WriteAllBytesAsync(path, document, TestContext.Current.CancellationToken);
        }

        try
        {
            await Load(database, path);
        }
        finally
        {
            File.Delete(path);
        }
    }

    public static Task Load(TestDatabase database, string path) =>
        new PlanDocumentLoader(database.Owner, new PlanDocumentFile(path, IsAskedFor: true), NullLogger<PlanDocumentLoader>.Instance)
            .Load(CatalogueReader.Load(Repository.GisData), TestContext.Current.CancellationToken);
}

/// <summary>The application over the real text; tests that need it begin with <see cref="Required"/>.</summary>
public sealed class PlanTextServer(PlanDatabases databases) : IAsyncLifetime
{
    private readonly PlanServer server = new(databases);

    /// <summary>Skips the calling test, by name and with the reason, where the document is not.</summary>
    public PlanServer Required
    {
        get
        {
            Assert.SkipWhen(PlanText.RealPath is null, PlanText.Absent);
            return server;
        }
    }

    public async ValueTask InitializeAsync()
    {
        await server.InitializeAsync();
        if (PlanText.RealPath is { } path)
        {
            await PlanText.Load(server.Database, path);
        }
    }

    public ValueTask DisposeAsync() => server.DisposeAsync();
}
