using SpatialPlan.Server.Catalogue;
using SpatialPlan.Server.Database;

namespace SpatialPlan.Server.Hosting;

/// <summary>The catalogue of the plan, as the last load has left it in the database.</summary>
public sealed class CatalogueStore(PlanDatabase database)
{
    /// <summary>Null before the first load.</summary>
    public async Task<PlanCatalogue?> Read(CancellationToken cancel)
    {
        await using var command = database.Public.CreateCommand("select hash, document::text from published_plan.catalogue");
        await using var reader = await command.ExecuteReaderAsync(cancel);
        return await reader.ReadAsync(cancel) ? CatalogueReader.Of(new CatalogueDocument(reader.GetString(1), reader.GetString(0))) : null;
    }
}
