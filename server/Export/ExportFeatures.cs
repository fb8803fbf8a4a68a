using System.Globalization;
using SpatialPlan.Server.Catalogue;
using SpatialPlan.Server.Database;
using SpatialPlan.Server.Ogc;
using SpatialPlan.Server.Web;

namespace SpatialPlan.Server.Export;

/// <summary>An export on its way out of the database: the description first, then the features.</summary>
public sealed class ExportFeatures : IAsyncDisposable
{
    private readonly ExportReading reading;

    private ExportFeatures(ExportQuery query, ExportReading reading) => (Query, this.reading) = (query, reading);

    public ExportQuery Query { get; }

    public ExportMetadata Metadata { get; private set; } = null!;

    /// <summary>Code and names of the features that the format cannot hold.</summary>
    public IReadOnlyList<string?[]> LeftOut { get; private set; } = [];

    public static async Task<ExportFeatures> Open(PlanDatabase database, PlanCatalogue catalogue, ExportQuery query, CancellationToken cancel)
    {
        var features = new ExportFeatures(query, await ExportReading.Open(database, cancel));
        try
        {
            if (ExportStatements.OutOfReach(query) is { } question && await features.reading.Row(question, cancel) is [true])
            {
                throw RequestException.Malformed("crs-out-of-reach", new { parameter = "crs" });
            }

            var summary = await features.reading.Row(ExportStatements.Summary(query.Selection), cancel);
            if (query.Format is { DropsUnplaced: true })
            {
                features.LeftOut = await features.Unplaced(cancel);
            }

            features.Metadata = ExportMetadata.Of(query, summary, [.. features.LeftOut.Select(row => row[0]!)], catalogue, DateTimeOffset.UtcNow);
            return features;
        }
        catch
        {
            await features.DisposeAsync();
            throw;
        }
    }

    public IAsyncEnumerable<object?[]> Read(Statement statement, CancellationToken cancel) => reading.Rows(statement, cancel);

    public ValueTask DisposeAsync() => reading.DisposeAsync();

    private async Task<IReadOnlyList<string?[]>> Unplaced(CancellationToken cancel)
    {
        var rows = new List<string?[]>();
        await foreach (var row in reading.Rows(ExportStatements.Unplaced(Query.Selection), cancel))
        {
            rows.Add([.. row.Select(cell => Convert.ToString(cell, CultureInfo.InvariantCulture))]);
        }

        return rows;
    }
}
