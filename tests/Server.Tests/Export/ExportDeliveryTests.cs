using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging.Abstractions;
using SpatialPlan.Server.Export;
using SpatialPlan.Server.Web;
using Xunit;

namespace SpatialPlan.Server.Tests.Export;

/// <summary>Finished exports wait for their clients without a turn, and not for ever.</summary>
public sealed class ExportDeliveryTests
{
    private readonly ExportDeliveries deliveries = new(NullLogger<ExportDeliveries>.Instance);

    [Fact]
    public void They_are_bounded_for_each_client_and_for_all()
    {
        var own = Enumerable.Range(0, ExportDeliveries.MostOfClient).Select(_ => deliveries.Begin("one")).ToList();
        Assert.Equal("too-many-exports", Assert.Throws<RequestException>(() => deliveries.Begin("one")).Code);
        var others = Enumerable.Range(own.Count, ExportDeliveries.Most - own.Count).Select(number => deliveries.Begin($"{number}")).ToList();
        Assert.Equal(429, Assert.Throws<RequestException>(() => deliveries.Begin("another")).Status);
        own[0].Dispose();
        deliveries.Begin("another").Dispose();
        Assert.All(own.Skip(1).Concat(others), delivery => delivery.Dispose());
        deliveries.Begin("one").Dispose();
    }

    [Fact]
    public async Task They_are_bounded_in_bytes()
    {
        const long Gigabytes = 1L << 30;
        using var large = deliveries.Begin("one");
        await large.Send(new DefaultHttpContext(), 2 * Gigabytes, _ =>
        {
            Assert.Equal("too-many-exports", Assert.Throws<RequestException>(() => deliveries.Begin("two")).Code);
            return Task.CompletedTask;
        });
        large.Dispose();
        deliveries.Begin("two").Dispose();
    }

    [Fact]
    public void The_time_for_a_file_grows_with_it() =>
        Assert.Equal((60, 60 + 3200), ((int)ExportDeliveries.TimeFor(0).TotalSeconds, (int)ExportDeliveries.TimeFor(100 * 1024 * 1024).TotalSeconds));

    [Theory]
    [InlineData("192.0.2.7", "192.0.2.7", true)]
    [InlineData("::ffff:192.0.2.7", "192.0.2.7", true)]
    [InlineData("192.0.2.7", "192.0.2.8", false)]
    [InlineData("2001:db8:1:2::1", "2001:db8:1:2:ffff::9", true)]
    [InlineData("2001:db8:1:2::1", "2001:db8:1:3::1", false)]
    public void A_client_is_an_address_or_a_network_of_one_household(string one, string other, bool isSame) => Assert.Equal(isSame, Client(one) == Client(other));

    private static string Client(string address) => ClientAddress.Of(new DefaultHttpContext { Connection = { RemoteIpAddress = IPAddress.Parse(address) } });
}
