using System.Globalization;

namespace SpatialPlan.Server.Checks;

/// <summary>A later state that staff confirms stands with its day and its source, and says something; a day has come.</summary>
public static class ConfirmedStatus
{
    public const string Status = "status_confirmed";
    public const string DateFormat = "date";

    private const string Unknown = "not-stated";
    private static readonly string[] Together = [Status, "status_confirmed_on", "status_confirmed_source"];

    public static IEnumerable<FeatureFault> Check(CheckedFeature feature, CheckContext context)
    {
        var given = Together.Where(name => feature.Properties[name] is not null).ToList();
        if (given.Count > 0)
        {
            foreach (var missing in Together.Except(given))
            {
                yield return new FeatureFault("confirmation-incomplete", ("property", missing));
            }
        }

        if (feature.Properties[Status]?.ToString() == Unknown)
        {
            yield return new FeatureFault("confirmation-says-nothing", ("property", Status));
        }

        foreach (var property in feature.Collection.Properties.Where(property => property.Format == DateFormat))
        {
            if (feature.Properties[property.Name] is { } value && !(DateOnly.TryParseExact(value.ToString(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day <= context.Latest))
            {
                yield return new FeatureFault("date-invalid", ("property", property.Name));
            }
        }
    }
}
