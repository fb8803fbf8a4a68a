using System.Text.Json.Nodes;

namespace SpatialPlan.Server.Plan.Industries;

/// <summary>The panorama as one table: a row for each thing that the plan names, with its place in the plan.</summary>
public static class IndustryTable
{
    private static readonly string[] Lists = ["steps", "products", "enterprises", "institutes", "projects", "project_sites", "parks", "gaps"];

    private static readonly string[] Columns =
        ["list", "code", "name_zh", "name_en", "kind", "plan_status", "placement", "investment_cny", "floor_area_m2", "land_area_m2", "park", "paragraph"];

    public static string Of(JsonObject industry)
    {
        var rows = Lists.SelectMany(list => industry[list]!.AsArray().Select(entry => Row(list, entry!.AsObject())));
        return Csv.Of(rows.Prepend(Columns));
    }

    private static string?[] Row(string list, JsonObject entry)
    {
        // What is on the map tells of itself; the rest is a name with its place.
        var feature = entry["feature"] as JsonObject ?? (entry["code"] is null ? [] : entry);
        string? Text(string name) => (feature[name] ?? entry[name])?.ToString();
        return
        [
            list,
            Text("code"),
            Text("name_zh") ?? Text("zh"),
            Text("name_en") ?? Text("en"),
            Text("enterprise_tier") ?? Text("facility_kind") ?? Text("stage") ?? (string?)entry["kind"],
            Text("plan_status"),
            Text("placement"),
            Text("investment_cny"),
            Text("floor_area_m2"),
            Text("land_area_m2"),
            Text("park"),
            (string?)entry["paragraph"] ?? (string?)(feature["citations"] as JsonArray)?.FirstOrDefault()?["paragraph"],
        ];
    }
}
