namespace SpatialPlan.Server.Geo;

/// <summary>The coordinate reference systems of the plan by number; only this file and SQL know the numbers.</summary>
public static class Crs
{
    /// <summary>CGCS2000, longitude and latitude: what is stored.</summary>
    public const int Store = 4490;

    /// <summary>The web map: what tiles are cut from, and nothing is ever measured in.</summary>
    public const int Map = 3857;

    /// <summary>The column that holds a geometry in <see cref="Map"/>.</summary>
    public const string MapColumn = "geom_3857";

    /// <summary>What goes over the wire unless asked otherwise; within centimetres of CGCS2000.</summary>
    public const string Wire = "http://www.opengis.net/def/crs/OGC/1.3/CRS84";
}
