using System.ComponentModel.DataAnnotations;
using System.Net;

namespace SpatialPlan.Server.Web;

/// <summary>A list of proxies as a setting has it: addresses and networks (CIDR) between commas or semicolons.</summary>
public static class ProxyList
{
    private static readonly char[] Separators = [',', ';'];

    /// <summary>The networks of a setting; an address is a network of one.</summary>
    /// <exception cref="FormatException">One of them is neither.</exception>
    public static IReadOnlyList<IPNetwork> Parse(string setting) =>
        [.. setting.Split(Separators, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(Network)];

    /// <summary>Whether a setting is such a list, as data annotations ask.</summary>
    public static ValidationResult? Validate(string setting)
    {
        try
        {
            _ = Parse(setting);
            return ValidationResult.Success;
        }
        catch (FormatException wrong)
        {
            return new ValidationResult($"Plan:{nameof(PlanOptions.TrustedProxies)}: {wrong.Message}");
        }
    }

    private static IPNetwork Network(string text) =>
        IPNetwork.TryParse(text, out var network) ? network
        : IPAddress.TryParse(text, out var address) ? new IPNetwork(address, address.GetAddressBytes().Length * 8)
        : throw new FormatException($"'{text}' is neither an address nor a network like 10.0.0.0/8");
}
