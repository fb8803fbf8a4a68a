namespace SpatialPlan.Server.SiteCheck;

/// <summary>
/// A kind of rule. A class that is one is found by itself: what it looks at, its thresholds and its words stand in
/// checks.json, so that a check is two files.
/// </summary>
public interface ISiteRule
{
    /// <summary>What checks.json calls it.</summary>
    string Kind { get; }

    /// <summary>What it finds: nothing where it does not apply, as a rule for areas does not while nothing is drawn.</summary>
    /// <param name="rule">What the package says.</param>
    /// <param name="context">What there is to go by; what it measures ends by its own clock.</param>
    /// <param name="cancel">Ends what is asked beside the ground: nobody waits for the answer.</param>
    ValueTask<IReadOnlyList<Finding>> Find(CheckRule rule, CheckContext context, CancellationToken cancel);
}
