using SpatialPlan.Server.Web;

namespace SpatialPlan.Server.Ogc.Tiles;

/// <summary>Why there is no tile.</summary>
public static class TileProblems
{
    public static RequestException NoNumbers() => RequestException.Malformed("tile-address-invalid");

    public static RequestException OutOfRange() => RequestException.Unknown("tile-out-of-range");

    public static RequestException TooSlow() => RequestException.Away("too-slow");

    public static RequestException Busy() => RequestException.Away("busy");

    public static RequestException UnknownMatrixSet() => RequestException.Unknown("tile-matrix-set-unknown");
}
