using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Npgsql;
using SpatialPlan.Server.Catalogue;
using SpatialPlan.Server.Checks;
using SpatialPlan.Server.GisData;
using SpatialPlan.Server.Web;
using SpatialPlan.Server.Writing;

namespace SpatialPlan.Server.ChangeSets;

/// <summary>What is submitted is held to what a file of the package is held to: the schema of features and the checks of each; all faults are said at once.</summary>
public sealed partial class SubmissionChecks(PlanCatalogue catalogue)
{
    private const int MostFaults = 100;

    /// <summary>The features of a set as they will be stored: {position, content}.</summary>
    /// <param name="changes">{position, collection, code, properties, geometry}.</param>
    /// <param name="connection">Of staff.</param>
    /// <param name="cancel">Ends it.</param>
    /// <exception cref="RequestException">422 with the faults.</exception>
    public async Task<JsonArray> Contents(IReadOnlyList<JsonNode> changes, NpgsqlConnection connection, CancellationToken cancel)
    {
        var forms = changes.Select(Form).ToList();
        var faults = AgainstSchema(forms).Concat(OfPlaces(forms)).ToLookup(fault => fault.Place, fault => fault.Fault);
        var features = forms.Select((form, place) => faults.Contains(place) ? null : form.Feature()).ToList();
        var known = await KnownCodes(features.OfType<CheckedFeature>(), forms, connection, cancel);
        var context = new CheckContext(catalogue, known.Contains);
        var found = forms.SelectMany((form, place) => (features[place] is { } feature ? FeatureChecks.Of(feature, context) : faults[place])
            .Select(fault => new { position = (int)changes[place]["position"]!, collection = form.Collection.Id, code = form.Code, fault = fault.Code, args = fault.Args })).ToList();
        if (found.Count > 0)
        {
            throw RequestBody.Invalid("features-have-faults", new { number = found.Count, faults = found.Take(MostFaults) });
        }

        return new JsonArray([.. features.Select((feature, place) => (JsonNode)new JsonObject
        {
            ["position"] = (int)changes[place]["position"]!,
            ["content"] = FeatureContent.Of(feature!, catalogue).Properties,
        })]);
    }

    /// <summary>Values that no feature can have are refused before it is known which ones would; what is wrong beside the rest of a feature is found when it is submitted.</summary>
    /// <param name="collection">Whose properties they are.</param>
    /// <param name="properties">As they would be.</param>
    /// <param name="connection">Of staff.</param>
    /// <param name="cancel">Ends it.</param>
    /// <exception cref="RequestException">422 with the faults.</exception>
    public async Task RefuseValues(CollectionDefinition collection, JsonObject properties, NpgsqlConnection connection, CancellationToken cancel)
    {
        var form = new SubmittedForm(collection, "", properties, null);
        var feature = form.Feature();
        var known = await KnownCodes([feature], [form], connection, cancel);
        var faults = FeatureChecks.OfValues(feature, new CheckContext(catalogue, known.Contains)).Concat(AgainstSchema([form]).Select(fault => fault.Fault))
            .Where(fault => fault.Args.GetValueOrDefault("property") is string name && properties.ContainsKey(name)).DistinctBy(fault => fault.Args["property"])
            .Select(fault => new { collection = collection.Id, code = form.Code, fault = fault.Code, args = fault.Args }).ToList();
        if (faults.Count > 0)
        {
            throw RequestBody.Invalid("features-have-faults", new { number = faults.Count, faults });
        }
    }

    private SubmittedForm Form(JsonNode item) => new(
        catalogue.FindCollection((string)item["collection"]!) ?? throw RequestBody.Invalid("collection-unknown", new { collection = (string)item["collection"]! }),
        (string)item["code"]!, item["properties"]!.AsObject(), item["geometry"]);

    private static IEnumerable<(int Place, FeatureFault Fault)> AgainstSchema(List<SubmittedForm> forms)
    {
        var layer = new JsonObject { ["type"] = "FeatureCollection", ["features"] = new JsonArray([.. forms.Select(form => (JsonNode)form.Json)]) };
        return PackageSchema.Faults("feature-collection", layer.ToJsonString())!
            .Select(fault => (Path: PathOfFeature().Match(fault.Path ?? ""), fault.Kind))
            .Select(fault => (
                int.Parse(fault.Path.Groups["place"].Value, System.Globalization.CultureInfo.InvariantCulture),
                new FeatureFault("schema", ("property", fault.Path.Groups["property"].Value), ("kind", fault.Kind.ToString()))));
    }

    private static IEnumerable<(int Place, FeatureFault Fault)> OfPlaces(List<SubmittedForm> forms) =>
        forms.Select((form, place) => (place, form.GeometryFault)).Where(entry => entry.GeometryFault is not null).Select(entry => (entry.place, entry.GeometryFault!));

    /// <summary>Codes that the features name and that there are, in the plan or in the same set.</summary>
    private static async Task<HashSet<string>> KnownCodes(IEnumerable<CheckedFeature> features, List<SubmittedForm> forms, NpgsqlConnection connection, CancellationToken cancel)
    {
        var known = forms.Select(form => form.Code).ToHashSet();
        var named = features.SelectMany(ReferencesExist.Codes).Except(known).ToArray();
        if (named.Length > 0)
        {
            known.UnionWith((await connection.Call("known_codes($1)", cancel, (object)named))!.AsArray().Select(code => (string)code!));
        }

        return known;
    }

    [GeneratedRegex(@"^#/features\[(?<place>[0-9]+)\][./]?(?:properties[./])?(?<property>.*)$")]
    private static partial Regex PathOfFeature();
}
