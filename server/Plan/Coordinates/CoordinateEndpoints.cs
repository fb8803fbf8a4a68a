using System.Collections.Frozen;
using SpatialPlan.Server.Geo;
using SpatialPlan.Server.Web;

namespace SpatialPlan.Server.Plan.Coordinates;

/// <summary>
/// One point in every coordinate system. X is easting or longitude and y northing or latitude, whatever the order of
/// the authority. The shifted systems of Chinese base maps are known here and nowhere else.
/// </summary>
public static class CoordinateEndpoints
{
    private static readonly FrozenSet<string> Parameters = FrozenSet.Create("x", "y", "crs", "f");

    public static IResult Coordinates(HttpContext context)
    {
        var query = QueryReader.Of(context.Request.Query, Parameters);
        var crs = query.Find("crs") is not { } name ? CrsList.Wire
            : CrsList.FindForPoint(name) ?? throw RequestException.Malformed("crs-not-supported", new { parameter = "crs", supported = CrsList.ForPoints.Select(known => known.Code) });
        var (x, y) = (Number(query, "x"), Number(query, "y"));
        if (Plausibility.Check(crs, x, y) is { } code)
        {
            throw RequestException.Malformed(code, new { crs = crs.Code, x, y, range = new[] { crs.Domain.MinX, crs.Domain.MinY, crs.Domain.MaxX, crs.Domain.MaxY } });
        }

        var (longitude, latitude) = crs.ToStore(x, y);
        context.Response.Headers.CacheControl = "public, max-age=86400";
        return TypedResults.Json(
            new { crs = crs.Code, x, y, coordinates = CrsList.ForPoints.Select(target => Point(target, target == crs ? (x, y) : target.FromStore(longitude, latitude))) },
            JsonText.Format);
    }

    /// <summary>The numbers are null where a system does not reach.</summary>
    private static object Point(CrsDefinition crs, (double X, double Y)? point) => new
    {
        crs = crs.Code,
        uri = crs.Uri,
        unit = crs.IsGeographic ? "degree" : "metre",
        x = point is { } east ? Math.Round(east.X, crs.Decimals) : (double?)null,
        y = point is { } north ? Math.Round(north.Y, crs.Decimals) : (double?)null,
    };

    private static double Number(QueryReader query, string parameter)
    {
        var text = query.Find(parameter) ?? throw RequestException.Malformed("parameter-missing", new { parameter });
        return Numbers.TryRead(text) ?? throw QueryReader.Invalid(parameter, text, "number");
    }
}
