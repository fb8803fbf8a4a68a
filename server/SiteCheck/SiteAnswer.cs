using System.Text.Encodings.Web;
using System.Text.Json;
using NetTopologySuite.Geometries;
using SpatialPlan.Server.Database;
using SpatialPlan.Server.Geo;
using SpatialPlan.Server.SiteCheck.Geometries;

namespace SpatialPlan.Server.SiteCheck;

/// <summary>What a check answers; docs/check.md has its shape.</summary>
/// <param name="Revision">Of the plan.</param>
/// <param name="Checks">The rules.</param>
/// <param name="Drawn">As it was sent; null when nothing was.</param>
/// <param name="Site">Null where nothing valid is drawn.</param>
/// <param name="Findings">In their order, folded.</param>
public sealed record SiteAnswer(PlanRevision Revision, CheckCatalogue Checks, DrawnGeometry? Drawn, CheckedSite? Site, IReadOnlyList<Finding> Findings)
{
    private static readonly JsonWriterOptions Format = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly Outcome[] Outcomes = [Outcome.Fits, Outcome.Attention, Outcome.NoHit, Outcome.CannotCheck];

    /// <summary>As JSON in UTF-8.</summary>
    /// <param name="measure">In what the site was measured.</param>
    public byte[] Write(CrsDefinition measure)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, Format))
        {
            json.WriteStartObject();
            json.WriteNumber("revision", Revision.Number);
            json.WriteString("rules", Checks.Version);
            SiteOf(json);
            json.WriteStartObject("counts");
            foreach (var outcome in Outcomes)
            {
                json.WriteNumber(FindingWriter.CodeOf(outcome), Findings.Count(finding => finding.Outcome == outcome));
            }

            json.WriteEndObject();
            json.WriteStartArray("findings");
            var writer = new FindingWriter(json, new WhereWriter(measure, Checks.Limits.WhereVertices), Site?.Dimension ?? Dimension.Point);
            foreach (var finding in Findings)
            {
                writer.Write(finding);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        return stream.ToArray();
    }

    private void SiteOf(Utf8JsonWriter json)
    {
        if (Drawn is null)
        {
            json.WriteNull("site");
            return;
        }

        void Number(string name, double? value)
        {
            if (value is > 0)
            {
                json.WriteNumber(name, Written.Number(value.Value));
            }
            else
            {
                json.WriteNull(name);
            }
        }

        json.WriteStartObject("site");
        json.WriteString("geometry_type", Drawn.Type);
        json.WriteNumber("vertices", Drawn.Vertices);
        Number("area_m2", Site?.Area);
        Number("area_mu", Site is null ? null : Written.Mu(Site.Area));
        Number("length_m", Site?.Length);
        json.WriteEndObject();
    }
}
