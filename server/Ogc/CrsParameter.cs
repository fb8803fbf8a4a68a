using SpatialPlan.Server.Geo;
using SpatialPlan.Server.Web;

namespace SpatialPlan.Server.Ogc;

/// <summary>The parameters crs, bbox-crs and filter-crs (OGC API Features Part 2, /req/crs/fc-crs-definition and /req/crs/fc-bbox-crs-definition).</summary>
public static class CrsParameter
{
    /// <summary>The URIs of what may be asked for, as every collection lists them.</summary>
    public static readonly string[] Supported = [.. CrsList.Supported.Select(crs => crs.Uri!)];

    public static CrsDefinition Read(QueryReader query, string parameter) =>
        query.Find(parameter) is not { } name ? CrsList.Wire
        : CrsList.Find(name) ?? throw RequestException.Malformed("crs-not-supported", new { parameter, supported = Supported });
}
