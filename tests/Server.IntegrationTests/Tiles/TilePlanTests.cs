using Npgsql;
using SpatialPlan.Server.Catalogue;
using SpatialPlan.Server.Geo;
using SpatialPlan.Server.Ogc;
using SpatialPlan.Server.Ogc.Tiles;

namespace SpatialPlan.Server.IntegrationTests.Tiles;

/// <summary>The statements of tiles use the indexes they are meant for, under generic plans as under custom ones.</summary>
public sealed class TilePlanTests(ScaledPlan plan) : IClassFixture<ScaledPlan>
{
    private static readonly PlanCatalogue Catalogue = CatalogueReader.Load(Repository.GisData);

    [Theory]
    [InlineData("projects", false, "Index Only Scan using projects__tile", "Index Cond: (tile_place")]
    [InlineData("projects", false, "Index Only Scan using projects__tile", "Index Cond: (tile_place", "plan_status")]
    [InlineData("roads", true, "roads__geom_low", "Index Cond: (geom_low")]
    [InlineData("parks", false, "parks__geom_3857", "Index Cond: (geom_3857")]
    [InlineData("projects", false, "projects__closed_tile_place", "Index Cond: (tile_place", null, true)]
    [InlineData("roads", true, "roads__closed_geom_low", "Index Cond: (geom_low", null, true)]
    [InlineData("parks", false, "parks__closed_geom_3857", "Index Cond: (geom_3857", null, true)]
    public async Task A_tile_reads_its_layer_through_the_index(string collection, bool isGeneralised, string index, string condition, string? filtered = null, bool isOfThen = false)
    {
        var definition = Catalogue.FindCollection(collection)!;
        var selection = new FeatureSelection(definition, null, null, isOfThen ? DateTimeOffset.UnixEpoch : null, filtered is null ? [] : [new PropertyFilter(definition.FindProperty(filtered)!, new[] { "planned" })]);
        var statement = TileSql.Of(new TileAddress(15, 12935, 27000), [new FeatureLayer(selection, 4000, isGeneralised, isGeneralised, IsKnownToFit: false)]);
        foreach (var mode in new[] { "force_generic_plan", "force_custom_plan" })
        {
            await using var source = NpgsqlDataSource.Create(plan.Database.Address);
            await using var connection = await source.OpenConnectionAsync(TestContext.Current.CancellationToken);
            await using var tile = statement.Command(source);
            await using var command = new NpgsqlCommand(
                $"prepare tile as {tile.CommandText}; set enable_seqscan = off; set plan_cache_mode = {mode}; explain execute tile(15, 27000, 12935{(filtered is null ? "" : ", 'planned'")}{(isOfThen ? ", '1970-01-01'" : "")})", connection);
            var lines = new List<string>();
            await using var reader = await command.ExecuteReaderAsync(TestContext.Current.CancellationToken);
            do
            {
                while (await reader.ReadAsync(TestContext.Current.CancellationToken))
                {
                    lines.Add(reader.GetString(0));
                }
            }
            while (await reader.NextResultAsync(TestContext.Current.CancellationToken));
            Assert.Contains(lines, line => line.Contains(index, StringComparison.Ordinal));
            Assert.Contains(lines, line => line.Contains(condition, StringComparison.Ordinal));
        }
    }
}
