using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json.Nodes;
using Npgsql;
using SpatialPlan.Server.Web;

namespace SpatialPlan.Server.IntegrationTests;

/// <summary>What the server itself refuses, before there is a request, byte by byte over a real connection.</summary>
public sealed class WireTests(WiredServer server) : IClassFixture<WiredServer>
{
    public static TheoryData<string, HttpStatusCode, string> Refused => new()
    {
        { "GET /ogc\r\n\r\n", HttpStatusCode.BadRequest, "malformed" },
        { "GET /ogc HTTP/1.1\r\n\r\n", HttpStatusCode.BadRequest, "malformed" },
        { "GET /ogc HTTP/1.1\r\nHost: localhost\r\nHost: localhost\r\n\r\n", HttpStatusCode.BadRequest, "malformed" },
        { "GET /ogc HTTP/1.1\r\nHost: localhost\r\nbad header\r\n\r\n", HttpStatusCode.BadRequest, "malformed" },
        { "GET /%zz\0 HTTP/1.1\r\nHost: localhost\r\n\r\n", HttpStatusCode.BadRequest, "malformed" },
        { "GET /ogc HTTP/9.9\r\nHost: localhost\r\n\r\n", HttpStatusCode.HttpVersionNotSupported, "failed" },
        { "GET /ogc HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n", HttpStatusCode.BadRequest, "host-unknown" },
        { $"GET /ogc?{new string('a', 17_000)} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n", HttpStatusCode.RequestUriTooLong, "address-too-long" },
        { $"GET /{new string('a', 100_000)} HTTP/1.1\r\nHost: localhost\r\n\r\n", HttpStatusCode.RequestUriTooLong, "address-too-long" },
        { $"GET /ogc HTTP/1.1\r\nHost: localhost\r\nX-Long: {new string('a', 40_000)}\r\n\r\n", HttpStatusCode.RequestHeaderFieldsTooLarge, "headers-too-large" },
        { $"GET /ogc HTTP/1.1\r\nHost: localhost\r\n{string.Concat(Enumerable.Range(0, 150).Select(number => $"X-{number}: 1\r\n"))}\r\n", HttpStatusCode.RequestHeaderFieldsTooLarge, "headers-too-large" },
        { "POST /ogc HTTP/1.1\r\nHost: localhost\r\nContent-Length: 5\r\nTransfer-Encoding: xchunked\r\n\r\n", HttpStatusCode.BadRequest, "malformed" },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public async Task What_the_server_itself_refuses_has_a_body(string request, HttpStatusCode status, string code)
    {
        var (head, body) = await Say(request);
        Assert.StartsWith($"HTTP/1.1 {(int)status} ", head, StringComparison.Ordinal);
        Assert.Contains("\r\nContent-Type: application/problem+json", head, StringComparison.Ordinal);
        Assert.Equal((code, (int)status), ((string)body!["code"]!, (int)body["status"]!));
        Assert.False(string.IsNullOrEmpty((string?)body["traceId"]));
    }

    [Fact]
    public async Task The_page_opens_however_long_its_link_is()
    {
        var (head, body) = await Say($"GET /?filter={new string('a', 40_000)} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");

        // Without a built client there is no page; what matters is that the address was taken.
        Assert.True(head.StartsWith("HTTP/1.1 200", StringComparison.Ordinal) || (string?)body!["code"] == "client-not-built", head);
    }

    [Theory]
    [InlineData("GET /ogc?f=json HTTP/1.0\r\n\r\n")]
    [InlineData("GET /ogc?f=json HTTP/1.1\r\nHost:\r\nConnection: close\r\n\r\n")]
    public async Task Who_names_no_host_gets_links_to_where_he_asked(string request)
    {
        var (_, body) = await Say(request);
        var self = new Uri((string)body!["links"]![0]!["href"]!);
        Assert.Equal((IPAddress.Loopback.ToString(), server.Address.Port, "/ogc"), (self.Host, self.Port, self.AbsolutePath));
    }

    [Fact]
    public async Task Too_many_for_the_connections_are_told_that_it_is_busy()
    {
        await using var few = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(server.Database) { MaxPoolSize = 1, Timeout = 1 });
        await using var taken = await few.OpenConnectionAsync(TestContext.Current.CancellationToken);
        var full = await Assert.ThrowsAsync<NpgsqlException>(async () => await few.OpenConnectionAsync(TestContext.Current.CancellationToken));
        Assert.Equal("busy", DatabaseProblems.Of(full)!.Code);
        Assert.Equal("busy", DatabaseProblems.Of(new PostgresException("", "FATAL", "FATAL", PostgresErrorCodes.TooManyConnections))!.Code);
    }

    private async Task<(string Head, JsonNode? Body)> Say(string request)
    {
        using var connection = new TcpClient();
        await connection.ConnectAsync(IPAddress.Loopback, server.Address.Port, TestContext.Current.CancellationToken);
        var stream = connection.GetStream();
        await stream.WriteAsync(Encoding.Latin1.GetBytes(request), TestContext.Current.CancellationToken);
        var answer = new MemoryStream();
        try
        {
            await stream.CopyToAsync(answer, TestContext.Current.CancellationToken).WaitAsync(TimeSpan.FromSeconds(3), TestContext.Current.CancellationToken);
        }
        catch (Exception late) when (late is TimeoutException or IOException)
        {
            // The connection stays for another request, or was reset with what nobody read.
        }

        var parts = Encoding.UTF8.GetString(answer.ToArray()).Split("\r\n\r\n", 2);
        return (parts[0], parts.Length > 1 && parts[1].IndexOf('{', StringComparison.Ordinal) is >= 0 and var start ? JsonNode.Parse(parts[1][start..(parts[1].LastIndexOf('}') + 1)]) : null);
    }
}
