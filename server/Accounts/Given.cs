using SpatialPlan.Server.Web;

namespace SpatialPlan.Server.Accounts;

/// <summary>What a body says: null is not taken for a text.</summary>
internal static class Given
{
    public static string Text(string? text) => text ?? throw RequestException.Malformed("malformed");

    public static string[] Texts(string?[]? texts) => [.. (texts ?? throw RequestException.Malformed("malformed")).Select(Text)];
}
