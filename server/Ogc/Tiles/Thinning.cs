namespace SpatialPlan.Server.Ogc.Tiles;

/// <summary>
/// What a tile does not show of a collection as single features: "counted" (as cells), "generalised" (without specks)
/// or "largest" (the large ones only), and how many are counted or shown.
/// </summary>
public sealed record Thinning(string Collection, string How, long Number)
{
    /// <summary>The layer that tells a client; no collection can have its name.</summary>
    public const string LayerName = "_thinned";

    public static byte[] Layer(IEnumerable<Thinning> thinned)
    {
        var writer = new MvtWriter();
        foreach (var thinning in thinned)
        {
            writer.Point(MvtWriter.Extent / 2, MvtWriter.Extent / 2, [("collection", thinning.Collection), ("how", thinning.How), ("number", (int)thinning.Number)]);
        }

        return writer.Layer(LayerName);
    }

    public override string ToString() => $"{Collection};{How}={Number}";
}
