using SpatialPlan.Server.Ogc.Mvt;

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
        using var layer = new MvtLayer(LayerName);
        foreach (var thinning in thinned)
        {
            layer.Tag(layer.Key("collection"), thinning.Collection);
            layer.Tag(layer.Key("how"), thinning.How);
            layer.Tag(layer.Key("number"), thinning.Number);
            layer.Point(MvtLayer.Extent / 2, MvtLayer.Extent / 2);
        }

        return layer.ToBytes();
    }

    public override string ToString() => $"{Collection};{How}={Number}";
}
