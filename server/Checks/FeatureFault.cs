namespace SpatialPlan.Server.Checks;

/// <summary>What is wrong with a feature: a code, and what it is about. The words are of whoever shows it.</summary>
public sealed record FeatureFault(string Code, IReadOnlyDictionary<string, object?> Args)
{
    public FeatureFault(string code, params (string Name, object? Value)[] args)
        : this(code, args.ToDictionary(arg => arg.Name, arg => arg.Value))
    {
    }
}
