using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using SpatialPlan.Server.Catalogue;

namespace SpatialPlan.Server.Export;

/// <summary>What travels along with every export: what it is, from where, as of when, how exact, in which system, how many.</summary>
public sealed record ExportMetadata(IReadOnlyList<KeyValuePair<string, JsonNode?>> Entries, int Count, int Unplaced)
{
    /// <summary>The same as a JSON object.</summary>
    public JsonObject Json => new(Entries.Select(entry => KeyValuePair.Create(entry.Key, entry.Value?.DeepClone())));

    /// <summary>Key and value as text, for a sheet or a side file.</summary>
    public IEnumerable<(string Key, string Value)> Rows => Entries.Select(entry => (entry.Key, entry.Value switch
    {
        null => "",
        JsonArray list => string.Join("; ", list.Select(item => item?.ToString())),
        var value => value.ToString(),
    }));

    /// <param name="query">What was asked for.</param>
    /// <param name="summary">The row of <see cref="ExportStatements.Summary"/>.</param>
    /// <param name="leftOut">The codes of what the format cannot hold.</param>
    /// <param name="catalogue">The words.</param>
    /// <param name="now">When the file was made.</param>
    public static ExportMetadata Of(ExportQuery query, object?[] summary, IReadOnlyList<string> leftOut, PlanCatalogue catalogue, DateTimeOffset now)
    {
        var (collection, product) = (query.Selection.Collection, catalogue.Product);
        var plan = catalogue.FindPlan(product.Plan);
        var (count, placed) = ((int)(long)summary[0]!, (int)(long)summary[1]!);
        var terms = ((string[])summary[4]!).Select(code => catalogue.Vocabularies.GetValueOrDefault("source")?.Find(code)).OfType<Term>().ToList();
        KeyValuePair<string, JsonNode?>[] entries =
        [
            new("collection", collection.Id),
            new("title_zh", collection.Title.Zh),
            new("title_en", collection.Title.En),
            new("map_zh", $"{product.Place.Zh}{product.Title.Zh}"),
            new("map_en", $"{product.Place.En}: {product.Title.En}"),
            new("plan", plan is null ? null : $"{plan.Title.Zh} ({plan.Number}, {plan.Date})"),
            new("status_as_of", product.StatusAsOf),
            new("sources", List(terms.Select(term => $"{term.Zh} · {term.En}"))),
            new("licences", List(terms.Select(term => term.Text("licence") ?? "").Distinct())),
            new("attributions", List(terms.Select(term => term.Text("attribution") ?? "").Where(text => text.Length > 0).Distinct())),
            new("accuracy_m_from", summary[2] is double least ? least : null),
            new("accuracy_m_to", summary[3] is double most ? most : null),
            new("crs", query.Crs.Code),
            new("axis_order", query.Crs.IsGeographic ? "longitude, latitude" : "easting, northing"),
            new("filter", query.Filter),
            new("as_of", query.Selection.AsOf is { } moment ? Stamp(moment) : null),
            new("revision", (long)summary[5]!),
            new("exported_at", Stamp(now)),
            new("number_matched", count),
            new("number_placed", placed),
            new("number_unplaced", count - placed),
            new("left_out", List(leftOut)),
        ];
        return new ExportMetadata(entries, count, count - placed);
    }

    private static JsonArray List(IEnumerable<string> texts) => new([.. texts.Select(text => (JsonNode)text)]);

    private static string Stamp(DateTimeOffset moment) => moment.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
