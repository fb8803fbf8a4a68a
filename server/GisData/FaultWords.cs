using System.Globalization;
using SpatialPlan.Server.Checks;

namespace SpatialPlan.Server.GisData;

/// <summary>The faults of features as one who loads a package reads them on the command line.</summary>
public static class FaultWords
{
    public static string Of(FeatureFault fault)
    {
        string Arg(string name) => Convert.ToString(fault.Args.GetValueOrDefault(name), CultureInfo.InvariantCulture) ?? "";
        return fault.Code switch
        {
            "property-unknown" => $"{Arg("property")} is no property of {Arg("collection")}",
            "property-computed" => $"{Arg("property")} is computed at load and does not stand in the file",
            "property-type" => $"{Arg("property")} is not of type {Arg("type")}",
            "term-unknown" => $"{Arg("property")} {Arg("value")} is no term of {Arg("vocabulary")}",
            "placement-without-agreement" => $"placement is {Arg("placement")} and the geometry is {(fault.Args["has_geometry"] is true ? "not null" : "null")}",
            "accuracy-of-inferred" => $"an inferred place has an accuracy of {Arg("least_m")} m or more",
            "accuracy-missing" => "what is drawn says how accurate it is (accuracy_m)",
            "reference-unknown" => $"{Arg("property")} {Arg("value")} is no feature of the package",
            "grounds-differ" => $"{Arg("property")} is not what {Arg("grounds")} gives",
            "ground-contradicts" => $"{Arg("property")} {Arg("value")}: degree {Arg("degree")} does not agree with its chain, cluster and project",
            "horizon-reversed" => "horizon_from is after horizon_to",
            "geometry-type" => $"the geometry is a {Arg("type")} and the collection holds {Arg("wanted")}",
            "geometry-empty" => "the geometry is empty",
            "geometry-far-away" => $"the geometry lies outside of the area of use that product.json states ({Arg("west")} {Arg("south")} to {Arg("east")} {Arg("north")}); longitude comes first",
            "geometry-invalid" => $"{Arg("reason")} at {Arg("x")} {Arg("y")}",
            "paragraph-malformed" => $"paragraph {Arg("paragraph")} is not a locator",
            "paragraph-unknown" => $"paragraph {Arg("paragraph")}: {Arg("reason")}",
            "plan-unknown" => $"paragraph {Arg("paragraph")}: there is no plan {Arg("plan")}",
            "rule-unknown" => $"rule {Arg("rule")} is not in catalogue/rules.json",
            "rule-missing" => $"a derived value names its rule ({(fault.Args["attribute"] is null ? "the feature itself" : Arg("attribute"))})",
            "attribute-unknown" => $"cites {Arg("attribute")}, which is no property of {Arg("collection")}",
            "citation-missing" => "what the plan names cites the plan",
            "source-missing" => "what the plan does not name has a source",
            "text-too-long" => $"{Arg("property")} is longer than {Arg("maximum")} characters",
            "credit-code-invalid" => $"{Arg("property")} is no unified social credit code (GB 32100): eighteen signs, the last of which follows from the others",
            "confirmation-incomplete" => $"a confirmed status needs its day and its source: {Arg("property")} is missing",
            "confirmation-says-nothing" => $"{Arg("property")} says nothing: leave it out",
            "date-invalid" => $"{Arg("property")} is no day (2026-11-30) that has come",
            "text-control-character" => $"{Arg("property")} has a control character",
            _ => throw new ArgumentOutOfRangeException(nameof(fault), fault.Code, "This fault has no words."),
        };
    }
}
