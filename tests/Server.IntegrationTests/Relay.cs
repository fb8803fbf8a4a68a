using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using Npgsql;

namespace SpatialPlan.Server.IntegrationTests;

/// <summary>Stands between a server and its database, and keeps each reply of the database back for a while.</summary>
public sealed class Relay : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly NpgsqlConnectionStringBuilder target;
    private readonly CancellationTokenSource closing = new();
    private readonly ConcurrentBag<Socket> open = [];
    private long delayTicks;

    /// <param name="address">The connection string of the database, over a socket of its own or TCP.</param>
    public Relay(string address)
    {
        target = new NpgsqlConnectionStringBuilder(address);
        listener.Start();
        _ = Accept();
    }

    /// <summary>How long each reply is kept back; may be changed at any time.</summary>
    public TimeSpan Delay
    {
        get => TimeSpan.FromTicks(Interlocked.Read(ref delayTicks));
        set => Interlocked.Exchange(ref delayTicks, value.Ticks);
    }

    /// <summary>The connection string of the database through this relay.</summary>
    public string Address => new NpgsqlConnectionStringBuilder(target.ConnectionString)
    {
        Host = IPAddress.Loopback.ToString(),
        Port = ((IPEndPoint)listener.LocalEndpoint).Port,
    }.ConnectionString;

    /// <summary>Ends all connections on both sides, as when a machine goes away.</summary>
    public void Cut()
    {
        foreach (var socket in open)
        {
            socket.Close(timeout: 0);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await closing.CancelAsync();
        listener.Dispose();
        closing.Dispose();
    }

    private async Task Accept()
    {
        while (true)
        {
            _ = Carry(await listener.AcceptTcpClientAsync(closing.Token));
        }
    }

    private async Task Carry(TcpClient client)
    {
        using var own = client;
        var isLocal = target.Host!.StartsWith('/');
        using var database = new Socket(isLocal ? AddressFamily.Unix : AddressFamily.InterNetwork, SocketType.Stream, isLocal ? ProtocolType.Unspecified : ProtocolType.Tcp);
        EndPoint to = isLocal ? new UnixDomainSocketEndPoint($"{target.Host}/.s.PGSQL.{target.Port}") : new DnsEndPoint(target.Host, target.Port);
        await database.ConnectAsync(to, closing.Token);
        open.Add(database);
        open.Add(client.Client);
        await using var there = new NetworkStream(database);
        await Task.WhenAny(Copy(client.GetStream(), there, () => TimeSpan.Zero), Copy(there, client.GetStream(), () => Delay));
    }

    private async Task Copy(Stream from, Stream to, Func<TimeSpan> delay)
    {
        var bytes = new byte[64 * 1024];
        while (await from.ReadAsync(bytes, closing.Token) is > 0 and var length)
        {
            await Task.Delay(delay(), closing.Token);
            await to.WriteAsync(bytes.AsMemory(0, length), closing.Token);
        }
    }
}
