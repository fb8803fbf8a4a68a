using System.Globalization;

namespace SpatialPlan.Server.Web;

/// <summary>Ids that stand in an address. What is none is of something that is not there.</summary>
public static class PathId
{
    /// <param name="text">As it stands in the address.</param>
    /// <param name="unknown">The code of the refusal.</param>
    /// <exception cref="RequestException">404.</exception>
    public static long Number(string text, string unknown) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : throw RequestException.Unknown(unknown);

    /// <inheritdoc cref="Number"/>
    public static Guid Uuid(string text, string unknown) => Guid.TryParseExact(text, "D", out var id) ? id : throw RequestException.Unknown(unknown);
}
