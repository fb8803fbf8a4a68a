using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using SpatialPlan.Server.Catalogue;
using SpatialPlan.Server.Ogc;
using SpatialPlan.Server.Parks;
using SpatialPlan.Server.Web;

namespace SpatialPlan.Server.Pages.Parks;

/// <summary>
/// A park within the zone as a PNG, for previews of links: messengers show no SVG. It has no words, which differ by language
/// and need fonts that a server may lack; the title of the preview says the name.
/// </summary>
public sealed class ParkPicture(PlanCatalogue catalogue, ParkStore parks, PageItems items)
{
    /// <summary>What messengers show large (1.91 : 1).</summary>
    public const int Width = 1200;
    public const int Height = 630;

    /// <summary>Pictures that are kept, some 20 kB each; beyond that they are drawn again.</summary>
    private const int MostKept = 64;
    private const double Thin = 3;
    private const double Thick = 5;
    private const int Corners = 32;
    private const double Radius = 16;

    private static readonly Colour Ground = new(0xf7, 0xf6, 0xf2);
    private static readonly Colour Zone = new(0xff, 0xff, 0xff);
    private static readonly Colour Border = new(0x7d, 0x54, 0x79);
    private static readonly Colour Accent = new(0x35, 0x46, 0xc4);

    // One at a time is drawn: a preview is asked for by machines, which can wait.
    private readonly Lock drawing = new();

    private volatile Tuple<string, ConcurrentDictionary<string, byte[]>> kept = Tuple.Create("", new ConcurrentDictionary<string, byte[]>());

    public async Task<IResult> Park(string code, HttpContext context)
    {
        QueryReader.OfPage(context.Request.Query, []);
        var (revision, cancel) = (RevisionFilter.Of(context), context.RequestAborted);
        var rules = parks.Rules ?? throw CollectionFinder.UnknownFeature(code);
        if (!(await parks.All(revision, cancel)).Any(park => park.Code == code))
        {
            throw CollectionFinder.UnknownFeature(code);
        }

        if (RevisionFilter.IsHeld(context))
        {
            return RevisionFilter.Unchanged;
        }

        if (kept.Item1 != revision.Tag)
        {
            kept = Tuple.Create(revision.Tag, new ConcurrentDictionary<string, byte[]>());
        }

        var pictures = kept.Item2;
        if (!pictures.TryGetValue(code, out var picture))
        {
            var geometry = (await items.Find(catalogue.FindCollection(rules.Subjects)!, code, null, cancel))?["geometry"];
            var outline = await items.Outline(revision.Tag, cancel);
            lock (drawing)
            {
                picture = Draw(geometry, outline);
            }

            if (pictures.Count < MostKept)
            {
                pictures.TryAdd(code, picture);
            }
        }

        return TypedResults.Bytes(picture, "image/png");
    }

    /// <summary>Draws the outline of the zone and the park in it; a park without a place leaves the zone alone.</summary>
    public static byte[] Draw(JsonNode? geometry, JsonNode? outline)
    {
        var (map, raster) = (new MapDrawing([geometry, outline], Width, Height), new Raster(Width, Height, Ground));
        if (outline is not null)
        {
            raster.Fill(map.Pieces(outline), Zone);
            raster.Stroke(map.Pieces(outline), Thin, Border);
        }

        if (geometry is not null)
        {
            var pieces = MapDrawing.IsPoint(geometry) ? [.. map.Points(geometry).Select(Circle)] : map.Pieces(geometry);
            if (!MapDrawing.IsLine(geometry))
            {
                const double See = 0.25;
                raster.Fill(pieces, Accent, See);
            }

            raster.Stroke(pieces, Thick, Accent);
        }

        return raster.ToPng();
    }

    private static IReadOnlyList<(double X, double Y)> Circle((double X, double Y) centre) =>
        [.. Enumerable.Range(0, Corners + 1).Select(corner => (centre.X + (Radius * Math.Cos(corner * 2 * Math.PI / Corners)), centre.Y + (Radius * Math.Sin(corner * 2 * Math.PI / Corners))))];
}
