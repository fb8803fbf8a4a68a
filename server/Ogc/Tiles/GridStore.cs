using SpatialPlan.Server.Database;
using SpatialPlan.Server.Geo;
using SpatialPlan.Server.Ogc.Counts;
using SpatialPlan.Server.Ogc.Mvt;

namespace SpatialPlan.Server.Ogc.Tiles;

/// <summary>The cells of a tile counted by PostgreSQL: for filters that the index does not know.</summary>
public sealed class GridStore(PlanDatabase database)
{
    public async Task<CellGrid> Count(FeatureSelection selection, TileAddress tile, CancellationToken cancel)
    {
        var (grid, breakdowns) = (new CellGrid(selection.Collection), Breakdown.Properties(selection.Collection));
        await using var command = GridStatement(selection, tile, breakdowns).Command(database.FilteredTiles);
        await using var reader = await command.ExecuteReaderAsync(cancel);
        while (await reader.ReadAsync(cancel))
        {
            var terms = Enumerable.Range(0, breakdowns.Length).Select(place => reader.IsDBNull(4 + place) ? null : reader.GetString(4 + place)).ToArray();
            grid.Add(reader.GetInt32(0), (int)reader.GetInt64(1), terms, reader.GetDouble(2), reader.GetDouble(3));
        }

        return grid;
    }

    private static Statement GridStatement(FeatureSelection selection, TileAddress tile, string[] breakdowns)
    {
        var statement = new Statement();
        var (west, north, width) = (statement.Parameter(tile.West), statement.Parameter(tile.North), statement.Parameter(tile.Width));
        var envelope = TileSql.Envelope(statement, tile);
        var column = $"f.{TileSql.Column(tile)}";
        var (x, y) = ($"((ST_X({column}) - {west}) / {width})", $"(({north} - ST_Y({column})) / {width})");

        // Half open: what stands on an edge belongs to the tile east and south of it, and to no other.
        var conditions = FeatureSql.Conditions(selection, statement)
            .Concat(selection.Filters.Select(filter => filter.Condition(statement)))
            .Concat([$"{column} && {envelope}", $"{x} >= 0 and {x} < 1 and {y} >= 0 and {y} < 1"])
            .ToList();
        var groups = string.Concat(breakdowns.Select(name => $", f.{name}"));
        return statement
            .Append($"select (floor({y} * {CellGrid.Side}) * {CellGrid.Side} + floor({x} * {CellGrid.Side}))::int as cell, count(*), sum({x} * {MvtLayer.Extent}), sum({y} * {MvtLayer.Extent}){groups}")
            .Append($"from {FeatureSql.Source(selection.Collection, selection.AsOf, statement)}")
            .Append(FeatureSql.Where(conditions))
            .Append($"group by 1{groups}");
    }
}
