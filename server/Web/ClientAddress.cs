using System.Net;
using System.Net.Sockets;

namespace SpatialPlan.Server.Web;

/// <summary>Who counts as one client: an address, of version 6 the network that is given to one household (/64).</summary>
public static class ClientAddress
{
    public static string Of(HttpContext context)
    {
        const int NetworkBytes = 8;
        var address = context.Connection.RemoteIpAddress ?? IPAddress.None;
        address = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        return address.AddressFamily == AddressFamily.InterNetworkV6 ? Convert.ToHexString(address.GetAddressBytes().AsSpan(0, NetworkBytes)) : address.ToString();
    }
}
