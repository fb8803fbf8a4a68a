using SpatialPlan.Server.Catalogue;
using SpatialPlan.Server.Database;
using SpatialPlan.Server.Ogc.Counts;

namespace SpatialPlan.Server.Ogc.Tiles;

/// <summary>A tile before it is compressed, and what was left out of it, in words for a header.</summary>
public sealed record Tile(byte[] Bytes, string? Thinned);

/// <summary>
/// Makes tiles. Large collections of points are counted by cell up to zoom 11 and wherever a tile would hold too many;
/// everything else is drawn as it is. Nothing is left out in silence.
/// </summary>
public sealed class TileStore(PlanDatabase database, LayerChoice choice, GridStore grids)
{
    /// <summary>A layer of no more than this gives nothing when it is cut.</summary>
    private const int Few = 200;
    private const int MostBytes = 500_000;
    private const int MostRounds = 6;

    /// <summary>The number of a generalised layer that has features here, none of them large enough.</summary>
    private const int OnlySpecks = -1;

    public async Task<Tile> Make(TileQuery query, PlanRevision revision, CancellationToken cancel)
    {
        var (features, bytes, thinned) = (new List<FeatureLayer>(), new List<byte[]>(), new List<Thinning>());
        foreach (var selection in query.Selections)
        {
            var (counted, drawn) = await choice.Of(selection, query.Address, revision, cancel);
            if (counted is not null)
            {
                AddGrid(selection.Collection, counted, bytes, thinned);
            }
            else
            {
                features.Add(drawn!);
            }
        }

        if (features.Count > 0)
        {
            await AddFeatures(query, features, bytes, thinned, cancel);
        }

        if (thinned.Count > 0)
        {
            bytes.Add(Thinning.Layer(thinned));
        }

        return new Tile(Joined(bytes), thinned.Count == 0 ? null : string.Join(", ", thinned));
    }

    /// <summary>A tile is its layers one after the other; most tiles are one statement's bytes, which nobody copies.</summary>
    private static byte[] Joined(List<byte[]> parts)
    {
        if (parts.Count == 1)
        {
            return parts[0];
        }

        var (whole, at) = (new byte[parts.Sum(part => part.Length)], 0);
        foreach (var part in parts)
        {
            part.CopyTo(whole, at);
            at += part.Length;
        }

        return whole;
    }

    private static void AddGrid(CollectionDefinition collection, CellGrid grid, List<byte[]> bytes, List<Thinning> thinned)
    {
        bytes.Add(grid.Layer(collection.Id));
        if (grid.Count > 0)
        {
            thinned.Add(new Thinning(collection.Id, "counted", grid.Count));
        }
    }

    private async Task AddFeatures(TileQuery query, List<FeatureLayer> layers, List<byte[]> bytes, List<Thinning> thinned, CancellationToken cancel)
    {
        var (tile, numbers) = await Ask(query, layers, cancel);
        for (var round = 0; round < MostRounds && (tile.Length > MostBytes || IsCutAtRandom(layers, numbers)); round++)
        {
            // Too many or too large: points are counted, the rest gives way to what is larger.
            var isCrowded = numbers.Any(number => number > Few);
            var share = Math.Min(0.8, 0.9 * MostBytes / Math.Max(1, tile.Length));
            for (var place = layers.Count - 1; place >= 0; place--)
            {
                var layer = layers[place];
                var isCut = tile.Length > MostBytes && (numbers[place] > Few || !isCrowded);
                if (layer.HasPoints && (isCut || numbers[place] > Math.Min(layer.Most, LayerChoice.MostPoints)))
                {
                    AddGrid(layer.Selection.Collection, await grids.Count(layer.Selection, query.Address, cancel), bytes, thinned);
                    layers.RemoveAt(place);
                }
                else
                {
                    layers[place] = layer with
                    {
                        Most = isCut ? Math.Clamp((int)(numbers[place] * share), 1, layer.Most) : layer.Most,
                        IsKnownToFit = layer.IsKnownToFit && !isCut,
                        LargestFirst = layer.LargestFirst || isCut || numbers[place] > layer.Most,
                    };
                }
            }

            if (layers.Count == 0)
            {
                return;
            }

            (tile, numbers) = await Ask(query, layers, cancel);
            if (tile.Length <= MostBytes)
            {
                break;
            }
        }

        bytes.Insert(0, tile);
        thinned.AddRange(layers.Select((layer, place) => (layer, number: numbers[place]))
            .Where(entry => entry.number != 0 && (entry.layer.IsGeneralised || entry.number > entry.layer.Most))
            .Select(entry => new Thinning(entry.layer.Selection.Collection.Id, entry.number > entry.layer.Most ? "largest" : "generalised", Math.Max(0, entry.number))));
    }

    /// <summary>Whether some layer was cut without asking for the large ones first, or can be counted instead.</summary>
    private static bool IsCutAtRandom(List<FeatureLayer> layers, int[] numbers) =>
        layers.Where((layer, place) => numbers[place] > layer.Most && !layer.LargestFirst).Any();

    /// <summary>The layers as bytes of a tile, and how many features each has; one more than its most when there are more.</summary>
    private async Task<(byte[] Tile, int[] Numbers)> Ask(TileQuery query, List<FeatureLayer> layers, CancellationToken cancel)
    {
        var source = layers.Exists(layer => layer.NeedsOwnPlan) ? database.FilteredTiles : database.Tiles;
        using var rows = new TileRows(query.Address, layers);
        await using (var command = TileSql.Of(query.Address, layers).Command(source))
        {
            await rows.Read(command, cancel);
        }

        // Where all that is there is specks, nothing is drawn, and that is said too.
        var (numbers, unsure) = (rows.Numbers, layers.Where((layer, place) => layer.IsGeneralised && rows.Numbers[place] == 0).ToList());
        if (unsure.Count > 0)
        {
            await using var command = TileSql.HasAny(query.Address, unsure.Select(layer => layer.Selection)).Command(source);
            var hasAny = (bool[])(await command.ExecuteScalarAsync(cancel))!;
            foreach (var layer in unsure.Where((_, place) => hasAny[place]))
            {
                numbers[layers.IndexOf(layer)] = OnlySpecks;
            }
        }

        return (rows.ToBytes(), numbers);
    }
}
