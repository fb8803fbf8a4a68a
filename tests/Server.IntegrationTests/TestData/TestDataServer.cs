using System.Collections.Concurrent;
using System.Net;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace SpatialPlan.Server.IntegrationTests.TestData;

/// <summary>The application with a GeoPackage in its settings; what it warns of is kept.</summary>
public sealed class TestDataServer : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly WebApplicationFactory<Program> application;
    private readonly Warnings warnings = new();

    public TestDataServer(string address, string? geoPackage, Action<IServiceCollection>? services = null)
    {
        application = PlanServer.Application(address, ("Plan:TestCollections", geoPackage ?? ""), ("Logging:LogLevel:Default", "Warning")).WithWebHostBuilder(host => host
            .ConfigureLogging(logging => logging.AddProvider(warnings))
            .ConfigureTestServices(services ?? (_ => { })));
        Client = application.CreateClient(new() { AllowAutoRedirect = false });
    }

    public HttpClient Client { get; }

    /// <summary>The warnings about test collections.</summary>
    public IReadOnlyList<string> Warned => [.. warnings.All.Where(text => text.Contains("test collections", StringComparison.Ordinal))];

    public Task<HttpResponseMessage> Send(string address) => Client.GetAsync(address, TestContext.Current.CancellationToken);

    /// <summary>The body of an answer that must be 200.</summary>
    public async Task<JsonNode> Get(string address)
    {
        var response = await Send(address);
        var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.True(response.StatusCode == HttpStatusCode.OK, $"{address} answered {response.StatusCode}: {text}");
        return JsonNode.Parse(text)!;
    }

    public async Task<IReadOnlyList<string>> Collections() => [.. (await Get("/ogc/collections"))["collections"]!.AsArray().Select(entry => (string)entry!["id"]!)];

    /// <summary>A start is over when what was set is loaded, or the server goes on without it.</summary>
    public Task Ready() => Until(async () => (await Send("/health/ready")).StatusCode == HttpStatusCode.OK);

    /// <summary>What is done while the server already serves.</summary>
    public async Task Until(Func<Task<bool>> isSo)
    {
        for (var end = DateTime.UtcNow + Patience; !await isSo(); await Task.Delay(50, TestContext.Current.CancellationToken))
        {
            Assert.True(DateTime.UtcNow < end, $"It does not come. Warnings: {string.Join('\n', warnings.All)}");
        }
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await application.DisposeAsync();
        warnings.Dispose();
    }

    private sealed class Warnings : ILoggerProvider, ILogger
    {
        private readonly ConcurrentQueue<string> written = new();

        public IEnumerable<string> All => written;

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Warning;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (IsEnabled(logLevel))
            {
                written.Enqueue(formatter(state, exception));
            }
        }

        public void Dispose()
        {
        }
    }
}
