using Npgsql;
using SpatialPlan.Server.Database;

namespace SpatialPlan.Server.GisData;

/// <summary>
/// Loads gis-data into PostGIS in one transaction: twice in a row changes nothing, and what people or imports changed
/// stays and is reported.
/// </summary>
public sealed class PackageLoader(OwnerDatabase owner, PlanDatabase database, ILogger<PackageLoader> log)
{
    /// <exception cref="Catalogue.PackageException">The package is broken; nothing is loaded.</exception>
    public async Task<LoadReport> Load(string directory, CancellationToken cancel)
    {
        var hash = PackageHash.Of(directory);
        await using (var look = await owner.Source.OpenConnectionAsync(cancel))
        {
            if (await new LoadTransaction(look).InstalledHash(cancel) == hash)
            {
                return await NothingNew(look, cancel);
            }
        }

        var package = PackageReader.Read(directory);
        await using var connection = await owner.Source.OpenConnectionAsync(cancel);
        await using var transaction = await connection.BeginTransactionAsync(cancel);
        var load = new LoadTransaction(connection);
        await load.Begin(cancel);
        if (await load.InstalledHash(cancel) == hash)
        {
            // Another process that started at the same moment was faster.
            return await NothingNew(connection, cancel);
        }

        await load.Catalogue(package.Catalogue, cancel);
        var layers = await load.Layers(package, cancel);
        await load.Targets(package, cancel);
        await load.Lists(package, cancel);
        var revision = await load.Finish(hash, package.Catalogue.Document, cancel);
        await transaction.CommitAsync(cancel);

        // Prepared statements of readers may name columns that have just changed.
        owner.Source.Clear();
        database.Renew();
        Report(revision, layers);
        return new LoadReport(revision, NothingNew: false, layers);
    }

    private static async Task<LoadReport> NothingNew(NpgsqlConnection connection, CancellationToken cancel) =>
        new(await new LoadTransaction(connection).Revision(cancel), NothingNew: true, []);

    private void Report(long revision, IReadOnlyList<LayerReport> layers)
    {
        foreach (var layer in layers)
        {
            log.LogInformation(
                "Loaded {Layer}: {Added} added, {Changed} changed, {Withdrawn} withdrawn, {Unchanged} unchanged, {Kept} kept",
                layer.Collection, layer.Added, layer.Changed, layer.Withdrawn, layer.Unchanged, layer.Kept.Count);
            foreach (var code in layer.Kept)
            {
                log.LogWarning("Kept {Layer} {Code}: the package changed, but it had been changed outside the package", layer.Collection, code);
            }
        }

        log.LogInformation("The plan is at revision {Revision}", revision);
    }
}
