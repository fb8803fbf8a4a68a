namespace SpatialPlan.Server.Checks;

/// <summary>
/// A unified social credit code has eighteen signs of which the last follows from the others (GB 32100-2015): digits and capital
/// letters without I, O, S, V and Z, weighed by the powers of 3 modulo 31.
/// </summary>
public static class CreditCodes
{
    public const string Format = "unified-social-credit-code";

    private const string Signs = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private const int Length = 18;

    public static IEnumerable<FeatureFault> Check(CheckedFeature feature, CheckContext context) =>
        from property in feature.Collection.Properties
        where property.Format == Format && feature.Properties[property.Name] is { } value && value.GetValueKind() == System.Text.Json.JsonValueKind.String && !Holds(value.GetValue<string>())
        select new FeatureFault("credit-code-invalid", ("property", property.Name));

    public static bool Holds(string code)
    {
        if (code.Length != Length || !code.All(Signs.Contains))
        {
            return false;
        }

        var (sum, weight) = (0, 1);
        foreach (var sign in code[..^1])
        {
            sum += Signs.IndexOf(sign, StringComparison.Ordinal) * weight;
            weight = weight * 3 % Signs.Length;
        }

        return Signs[(Signs.Length - (sum % Signs.Length)) % Signs.Length] == code[^1];
    }
}
