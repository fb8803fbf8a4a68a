using System.Text.Json;
using System.Text.Json.Nodes;
using NetTopologySuite.Geometries;

namespace SpatialPlan.Server.SiteCheck;

/// <summary>Findings as JSON, as docs/check.md gives them: every member is there, null where it says nothing.</summary>
internal sealed class FindingWriter(Utf8JsonWriter json, WhereWriter where, Dimension dimension)
{
    private static readonly JsonNamingPolicy Codes = JsonNamingPolicy.KebabCaseLower;

    public static string CodeOf(Enum value) => Codes.ConvertName(value.ToString());

    /// <param name="finding">What a rule has found.</param>
    /// <param name="isFolded">Within a row: its geometry is left out.</param>
    public void Write(Finding finding, bool isFolded = false)
    {
        json.WriteStartObject();
        json.WriteString("id", finding.Id);
        json.WriteString("rule", finding.Rule.Code);
        json.WriteString("outcome", CodeOf(finding.Outcome));
        json.WriteString("severity", CodeOf(finding.Severity));
        Subject(finding.Subject);
        Number("value", finding.Value);
        json.WriteString("unit", finding.Unit);
        Range("range", finding.Range, value => value);
        Overlap(finding.Overlap);
        Distance(finding.Distance);
        json.WritePropertyName("where");
        var isWhole = where.Write(json, isFolded ? null : finding.Where?.Value, finding.WherePlace);
        Args(isWhole ? finding.Args : new JsonObject(finding.Args.Select(arg => KeyValuePair.Create(arg.Key, arg.Value?.DeepClone()))) { ["where_simplified"] = true });
        Citations(finding);
        Basis(finding.Rule);
        json.WriteString("layer", finding.Layer);
        if (finding.Folded.Count > 0)
        {
            json.WriteStartArray("findings");
            foreach (var folded in finding.Folded)
            {
                Write(folded, isFolded: true);
            }

            json.WriteEndArray();
        }

        json.WriteEndObject();
    }

    private void Subject(PlanSubject? subject)
    {
        if (subject is null)
        {
            json.WriteNull("subject");
            return;
        }

        json.WriteStartObject("subject");
        json.WriteString("collection", subject.Collection);
        json.WriteString("code", subject.Code);
        json.WriteNumber("version", subject.Version);
        json.WriteString("name_zh", subject.NameZh);
        json.WriteString("name_en", subject.NameEn);
        Number("accuracy_m", subject.AccuracyM);
        json.WriteString("placement", subject.Placement);
        json.WriteEndObject();
    }

    private void Overlap(OverlapSize? overlap)
    {
        if (overlap is null)
        {
            json.WriteNull("overlap");
            return;
        }

        json.WriteStartObject("overlap");
        Number("percent", overlap.Percent);
        if (dimension == Dimension.Surface)
        {
            Number("m2", overlap.Size);
            json.WriteNumber("mu", Written.Mu(overlap.Size));
            Range("m2_range", overlap.Range, value => value);
            Range("mu_range", overlap.Range, Written.Mu);
        }
        else
        {
            Number("m", overlap.Size);
            Range("m_range", overlap.Range, value => value);
        }

        json.WriteEndObject();
    }

    private void Distance((double Metres, Extent Range)? distance)
    {
        if (distance is not { } known)
        {
            json.WriteNull("distance");
            return;
        }

        json.WriteStartObject("distance");
        Number("m", known.Metres);
        Range("range", known.Range, value => value);
        json.WriteEndObject();
    }

    private void Args(JsonObject args)
    {
        json.WritePropertyName("args");
        args.WriteTo(json);
    }

    private void Citations(Finding finding)
    {
        json.WritePropertyName("citations");
        if (finding.Citations is { } own)
        {
            own.WriteTo(json);
        }
        else if (finding.Subject?.Citations is { } citations)
        {
            citations.WriteTo(json);
        }
        else
        {
            json.WriteStartArray();
            json.WriteEndArray();
        }
    }

    private void Basis(CheckRule rule)
    {
        if (rule.Basis is not { } basis)
        {
            json.WriteNull("basis");
            return;
        }

        json.WriteStartObject("basis");
        json.WriteString("zh", basis.Zh);
        json.WriteString("en", basis.En);
        json.WriteEndObject();
    }

    private void Number(string name, double? value)
    {
        if (value is { } number)
        {
            json.WriteNumber(name, Written.Number(number));
        }
        else
        {
            json.WriteNull(name);
        }
    }

    private void Range(string name, Extent? range, Func<double, double> unit)
    {
        if (range is not { } known)
        {
            json.WriteNull(name);
            return;
        }

        json.WriteStartArray(name);
        json.WriteNumberValue(Written.Number(unit(known.Least)));
        json.WriteNumberValue(Written.Number(unit(known.Most)));
        json.WriteEndArray();
    }
}
