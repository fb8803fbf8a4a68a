using System.Text.Json.Nodes;
using SpatialPlan.Server.Catalogue;
using SpatialPlan.Server.GisData;

namespace SpatialPlan.Server.IntegrationTests;

/// <summary>Every way a package can be wrong names its file, its feature and the reason.</summary>
public sealed class PackageFaultTests
{
    public static TheoryData<string, string> Faults => new()
    {
        { "accuracy_m=500;placement=inferred", "an inferred place has an accuracy of 2000 m or more" },
        { "accuracy_m=null", "what is drawn says how accurate it is (accuracy_m)" },
        { "plan_status=finished", "plan_status finished is no term of plan_status" },
        { "placed_by=park-99", "placed_by park-99 is no feature of the package" },
        { "horizon_from=2030;horizon_to=2025", "horizon_from is after horizon_to" },
        { "colour=red", "colour is no property of projects" },
        { "industry_cluster=high-end-equipment", "industry_cluster is computed at load and does not stand in the file" },
        { "status_confirmed=existing;status_confirmed_on=2026-11-30;status_confirmed_source=an inspection", "status_confirmed is staff's word and does not stand in the file" },
        { "period_from=2020.5", "NoTypeValidates at #/features[0].properties.period_from" },
        { "citations=[]", "what the plan names cites the plan" },
        { "citations=[{\"paragraph\":\"fyp14-box-99-1-item-1\",\"attribute\":null,\"basis\":\"stated\",\"rule\":null}]", "paragraph fyp14-box-99-1-item-1: plan fyp14 has no box 99-1" },
        { "citations=[{\"paragraph\":\"fyp14-chapter-52-p1\",\"attribute\":null,\"basis\":\"stated\",\"rule\":null}]", "paragraph fyp14-chapter-52-p1: plan fyp14 has no chapter 52" },
        { "citations=[{\"paragraph\":\"fyp15-chapter-1-p1\",\"attribute\":null,\"basis\":\"stated\",\"rule\":null}]", "paragraph fyp15-chapter-1-p1: there is no plan fyp15" },
        { "citations=[{\"paragraph\":\"fyp14-chapter-1-p1\",\"attribute\":\"plan_status\",\"basis\":\"derived\",\"rule\":null}]", "a derived value names its rule (plan_status)" },
        { "citations=[{\"paragraph\":\"fyp14-chapter-1-p1\",\"attribute\":null,\"basis\":\"derived\",\"rule\":\"a-guess\"}]", "rule a-guess is not in catalogue/rules.json" },
        { "citations=[{\"paragraph\":\"fyp14-chapter-1-p1\",\"attribute\":\"weight\",\"basis\":\"stated\",\"rule\":null}]", "cites weight, which is no property of projects" },
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public void A_wrong_feature_is_named_with_the_reason(string changes, string reason)
    {
        using var package = new TestPackage();
        package.AddProject("project-4-1-1", properties => Change(properties, changes));
        var broken = Assert.Throws<PackageException>(() => PackageReader.Read(package.Write()));
        Assert.Contains(broken.Problems, problem =>
            problem is { File: "layers/projects.geojson", Entry: "feature project-4-1-1" } && problem.Reason.StartsWith(reason, StringComparison.Ordinal));
    }

    [Fact]
    public void A_ring_that_crosses_itself_is_named_with_its_place()
    {
        using var package = new TestPackage();
        package.Add("zone", "zone-1", JsonNode.Parse("""{"type":"MultiPolygon","coordinates":[[[[116.6,35.4],[116.7,35.5],[116.7,35.4],[116.6,35.5],[116.6,35.4]]]]}"""));
        Assert.Equal("layers/zone.geojson, feature zone-1: Self-intersection at 116.65 35.45", Fault(package));
    }

    [Fact]
    public void Swapped_axes_are_recognised()
    {
        using var package = new TestPackage();
        package.AddProject("project-4-1-1", longitude: 35.4, latitude: 116.6);
        Assert.EndsWith("longitude comes first", Fault(package), StringComparison.Ordinal);
    }

    [Fact]
    public void A_line_in_a_collection_of_points_is_refused()
    {
        using var package = new TestPackage();
        package.Add("projects", "project-4-1-1", JsonNode.Parse("""{"type":"MultiLineString","coordinates":[[[116.6,35.4],[116.7,35.5]]]}"""));
        Assert.Equal("layers/projects.geojson, feature project-4-1-1: the geometry is a MultiLineString and the collection holds Point", Fault(package));
    }

    [Fact]
    public void A_code_stands_there_once()
    {
        using var package = new TestPackage();
        package.AddProject("project-4-1-1");
        package.AddProject("project-4-1-2", properties => properties["other_codes"] = new JsonArray("project-4-1-1"));
        Assert.Contains("more than once", Fault(package), StringComparison.Ordinal);
    }

    [Fact]
    public void A_layer_of_no_collection_is_refused()
    {
        using var package = new TestPackage();
        package.AddProject("project-4-1-1");
        File.WriteAllText(Path.Combine(package.Write(), "layers", "volcanoes.geojson"), "{}");
        Assert.Equal("layers/volcanoes.geojson: is the layer of no collection in catalogue/layers.json", Fault(package));
    }

    [Theory]
    [InlineData("{")]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("{\"type\":\"FeatureCollection\"}")]
    public void A_file_that_is_no_layer_is_refused(string content)
    {
        using var package = new TestPackage();
        package.AddProject("project-4-1-1");
        File.WriteAllText(Path.Combine(package.Write(), "layers", "roads.geojson"), content);
        var broken = Assert.Throws<PackageException>(() => PackageReader.Read(package.Folder));
        Assert.All(broken.Problems, problem => Assert.Equal("layers/roads.geojson", problem.File));
    }

    [Fact]
    public void What_the_database_goes_by_itself_is_missed_in_words()
    {
        using var package = new TestPackage();
        File.Delete(Path.Combine(package.Folder, "catalogue", "vocabularies", "review-state.json"));
        package.EditCatalogue("vocabularies/placement.json", root => root["terms"]!.AsArray().RemoveAll(term => (string)term!["code"]! == "unplaced"));
        var broken = Assert.Throws<PackageException>(() => CatalogueReader.Load(package.Folder));
        Assert.Equal(
            [
                "catalogue/vocabularies, review_state: the vocabulary is not there; every package needs it, with draft, in-review, approved, returned, superseded, withdrawn",
                "catalogue/vocabularies, placement: the term unplaced is not there; every package needs it",
            ],
            broken.Problems.Select(problem => problem.ToString()));
    }

    [Fact]
    public void A_vocabulary_that_does_not_exist_is_a_fault_of_the_catalogue()
    {
        using var package = new TestPackage();
        package.EditCatalogue("layers.json", root => root["collections"]![0]!["properties"]!.AsArray().Add(JsonNode.Parse(
            """{"name":"taste","type":"code","vocabulary":"taste","title":{"zh":"味","en":"Taste"}}""")));
        var broken = Assert.Throws<PackageException>(() => CatalogueReader.Load(package.Folder));
        Assert.Equal("catalogue/layers.json, zone.taste: its vocabulary taste does not exist", Assert.Single(broken.Problems).ToString());
    }

    [Fact]
    public void A_missing_catalogue_says_which_file()
    {
        using var package = new TestPackage();
        File.Delete(Path.Combine(package.Folder, "catalogue", "plans.json"));
        var broken = Assert.Throws<PackageException>(() => CatalogueReader.Load(package.Folder));
        Assert.Equal("catalogue/plans.json: the file is missing", Assert.Single(broken.Problems).ToString());
    }

    private static string Fault(TestPackage package) =>
        Assert.Single(Assert.Throws<PackageException>(() => PackageReader.Read(package.Write())).Problems).ToString();

    private static void Change(JsonObject properties, string changes)
    {
        foreach (var change in changes.Split(';'))
        {
            var (name, value) = (change[..change.IndexOf('=', StringComparison.Ordinal)], change[(change.IndexOf('=', StringComparison.Ordinal) + 1)..]);
            try
            {
                properties[name] = JsonNode.Parse(value);
            }
            catch (System.Text.Json.JsonException)
            {
                properties[name] = value;
            }
        }
    }
}
