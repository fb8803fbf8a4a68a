using System.Text.Json.Nodes;
using NetTopologySuite.Geometries;
using NetTopologySuite.IO;
using SpatialPlan.Server.Catalogue;
using SpatialPlan.Server.Checks;
using SpatialPlan.Server.GisData;
using Xunit;

namespace SpatialPlan.Server.Tests.Checks;

/// <summary>A feature is refused with a code and what it is about, whoever brings it.</summary>
public sealed class FeatureChecksTests
{
    private static readonly PlanCatalogue Catalogue = CatalogueReader.Load(Repository.GisData);

    private static readonly CheckContext Context = new(Catalogue, code => code == "park-1");

    /// <summary>What is changed of a sound project, and the one fault that follows, as "code name=value …".</summary>
    public static TheoryData<string, string> Faults => new()
    {
        { """{"colour":"red"}""", "property-unknown property=colour collection=projects" },
        { """{"industry_cluster":"high-end-equipment"}""", "property-computed property=industry_cluster" },
        { """{"investment_cny":"much"}""", "property-type property=investment_cny type=number" },
        { """{"plan_status":"finished"}""", "term-unknown property=plan_status value=finished vocabulary=plan_status" },
        { """{"placement":"unplaced"}""", "placement-without-agreement placement=unplaced has_geometry=True" },
        { """{"placement":"inferred"}""", "accuracy-of-inferred least_m=2000" },
        { """{"accuracy_m":null}""", "accuracy-missing" },
        { """{"placed_by":"park-99"}""", "reference-unknown property=placed_by value=park-99" },
        { """{"park":"park-99"}""", "reference-unknown property=park value=park-99" },
        { """{"horizon_from":2030,"horizon_to":2025}""", "horizon-reversed from=2030 to=2025" },
        { """{"citations":[]}""", "citation-missing" },
        { """{"origin":"context","source":null}""", "source-missing" },
        { """{"citations":[{"paragraph":"page 7","attribute":null,"basis":"stated","rule":null}]}""", "paragraph-malformed paragraph=page 7" },
        { """{"citations":[{"paragraph":"fyp14-chapter-52-p1","attribute":null,"basis":"stated","rule":null}]}""", "paragraph-unknown paragraph=fyp14-chapter-52-p1 reason=plan fyp14 has no chapter 52" },
        { """{"citations":[{"paragraph":"fyp15-chapter-1-p1","attribute":null,"basis":"stated","rule":null}]}""", "plan-unknown paragraph=fyp15-chapter-1-p1 plan=fyp15" },
        { """{"citations":[{"paragraph":"fyp14-chapter-1-p1","attribute":null,"basis":"derived","rule":"a-guess"}]}""", "rule-unknown rule=a-guess" },
        { """{"citations":[{"paragraph":"fyp14-chapter-1-p1","attribute":"plan_status","basis":"derived","rule":null}]}""", "rule-missing attribute=plan_status" },
        { """{"citations":[{"paragraph":"fyp14-chapter-1-p1","attribute":"weight","basis":"stated","rule":null}]}""", "attribute-unknown attribute=weight collection=projects" },
        { """{"unified_social_credit_code":"91350100M000100Y44"}""", "credit-code-invalid property=unified_social_credit_code" },
        { """{"unified_social_credit_code":"91350100M000100Y4"}""", "credit-code-invalid property=unified_social_credit_code" },
        { """{"unified_social_credit_code":"91350100m000100y43"}""", "credit-code-invalid property=unified_social_credit_code" },
        { """{"parcel_number":"123456789012345678901234567890123456789012345678901"}""", "text-too-long property=parcel_number maximum=50" },
        { """{"status_confirmed":"existing","status_confirmed_on":"2026-11-30"}""", "confirmation-incomplete property=status_confirmed_source" },
        { """{"status_confirmed_on":"2026-11-30","status_confirmed_source":"an inspection"}""", "confirmation-incomplete property=status_confirmed" },
        { """{"status_confirmed":"not-stated","status_confirmed_on":"2026-11-30","status_confirmed_source":"an inspection"}""", "confirmation-says-nothing property=status_confirmed" },
        { """{"status_confirmed":"existing","status_confirmed_on":"2026-02-30","status_confirmed_source":"an inspection"}""", "date-invalid property=status_confirmed_on" },
        { """{"status_confirmed":"existing","status_confirmed_on":"2999-01-01","status_confirmed_source":"an inspection"}""", "date-invalid property=status_confirmed_on" },
        { """{"status_confirmed":"finished","status_confirmed_on":"2026-11-30","status_confirmed_source":"an inspection"}""", "term-unknown property=status_confirmed value=finished vocabulary=plan_status" },
        { """{"outputs":[{"paragraph":"page 7"}]}""", "paragraph-malformed paragraph=page 7" },
    };

    /// <summary>The same of a park: its grounds, and the one fault that follows.</summary>
    public static TheoryData<string, string> Grounds => new()
    {
        { Ground("named", "automotive", "high-end-equipment") + ""","industry_chains":["automotive"],"industry_clusters":[]}""", "grounds-differ property=industry_clusters grounds=chain_grounds" },
        { Ground("named", "automotive", "medical-health") + ""","industry_chains":["automotive"],"industry_clusters":["medical-health"]}""", "ground-contradicts property=chain_grounds value=automotive degree=named" },
        { Ground("cluster-only", "automotive", "high-end-equipment") + ""","industry_chains":["automotive"],"industry_clusters":["high-end-equipment"]}""", "ground-contradicts property=chain_grounds value=automotive degree=cluster-only" },
        { Ground("through-project", "automotive", "high-end-equipment") + ""","industry_chains":["automotive"],"industry_clusters":["high-end-equipment"]}""", "ground-contradicts property=chain_grounds value=automotive degree=through-project" },
        { Ground("somehow", "automotive", "high-end-equipment") + ""","industry_chains":["automotive"],"industry_clusters":["high-end-equipment"]}""", "term-unknown property=degree value=somehow vocabulary=chain_degree" },
        { Ground("through-project", "automotive", "high-end-equipment", "project-99") + ""","industry_chains":["automotive"],"industry_clusters":["high-end-equipment"]}""", "reference-unknown property=chain_grounds value=project-99" },
    };

    public static TheoryData<string, string> Places => new()
    {
        { "LINESTRING (116.6 35.4, 116.7 35.5)", "geometry-type type=LineString wanted=Point" },
        { "POINT EMPTY", "geometry-empty" },
        { "POINT (35.4 116.6)", "geometry-far-away west=35.4 south=116.6 east=35.4 north=116.6" },
        { "POINT (135 35.4)", "geometry-far-away west=135 south=35.4 east=135 north=35.4" },
        { "POINT (116.6 16.6)", "geometry-far-away west=116.6 south=16.6 east=116.6 north=16.6" },
    };

    [Fact]
    public void A_sound_feature_has_no_fault() => Assert.Empty(Say("{}"));

    [Theory]
    [MemberData(nameof(Faults))]
    public void A_wrong_property_is_said_with_a_code(string change, string fault) => Assert.Equal(fault, Assert.Single(Say(change)));

    [Theory]
    [MemberData(nameof(Grounds))]
    public void A_park_is_refused_whose_grounds_do_not_agree(string change, string fault) =>
        Assert.Equal(fault, Assert.Single(Say(change, new WKTReader().Read("MULTIPOLYGON (((116.6 35.4, 116.7 35.4, 116.7 35.5, 116.6 35.4)))"), "parks")));

    [Theory]
    [MemberData(nameof(Places))]
    public void A_wrong_place_is_said_with_a_code(string wkt, string fault) => Assert.Equal(fault, Assert.Single(Say("{}", new WKTReader().Read(wkt))));

    [Fact]
    public void A_ring_that_crosses_itself_is_said_with_its_place()
    {
        var ring = new WKTReader().Read("MULTIPOLYGON (((116.6 35.4, 116.7 35.5, 116.7 35.4, 116.6 35.5, 116.6 35.4)))");
        Assert.Equal("geometry-invalid reason=Self-intersection x=116.65 y=35.45", Assert.Single(Say("{}", ring, "zone")));
    }

    [Fact]
    public void A_target_speaks_the_words_of_the_catalogue() => Assert.Equal(
        ["term-unknown property=indicator value=happiness vocabulary=indicator"],
        TargetsSpeakTheCatalogue.Words(name => name == "indicator" ? "happiness" : null, Catalogue).Select(Written));

    [Fact]
    public void Every_fault_has_words_for_the_command_line()
    {
        var faults = Faults.SelectMany(row => Check(row.Data.Item1, new Point(116.65, 35.45)))
            .Concat(Places.SelectMany(row => Check("{}", new WKTReader().Read(row.Data.Item1))))
            .Concat(Grounds.SelectMany(row => Check(row.Data.Item1, new Point(116.65, 35.45), "parks")));
        Assert.All(faults, fault => Assert.NotEqual("", FaultWords.Of(fault)));
    }

    private static IEnumerable<string> Say(string change, Geometry? geometry = null, string collection = "projects") =>
        Check(change, geometry ?? new Point(116.65, 35.45), collection).Select(Written);

    private static IEnumerable<FeatureFault> Check(string change, Geometry geometry, string collection = "projects")
    {
        var properties = JsonNode.Parse("""
            {
              "name_zh": "试验", "origin": "plan", "plan_status": "planned", "placement": "stated", "accuracy_m": 500,
              "citations": [{"paragraph": "fyp14-box-4-1-item-1", "attribute": null, "basis": "stated", "rule": null}]
            }
            """)!.AsObject();
        foreach (var (name, value) in JsonNode.Parse(change)!.AsObject())
        {
            properties[name] = value?.DeepClone();
        }

        return FeatureChecks.Of(new CheckedFeature(Catalogue.FindCollection(collection)!, "trial", properties, geometry), Context);
    }

    private static string Ground(string degree, string chain, string cluster, string? through = null) => $$"""
        {"chain_grounds":[{"industry_chain":"{{chain}}","industry_cluster":"{{cluster}}","degree":"{{degree}}","through":{{(through is null ? "null" : $"\"{through}\"")}},"paragraph":"fyp14-box-6-6-item-2","chain_paragraph":"fyp14-chapter-12-p4"}]
        """;

    private static string Written(FeatureFault fault) =>
        string.Join(' ', fault.Args.Select(arg => FormattableString.Invariant($"{arg.Key}={arg.Value}")).Prepend(fault.Code));
}
