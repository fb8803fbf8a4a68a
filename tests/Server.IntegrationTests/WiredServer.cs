using Microsoft.AspNetCore.Mvc.Testing;

namespace SpatialPlan.Server.IntegrationTests;

/// <summary>The real application on a port, for what only a real connection has: no body after HEAD, a peer, Kestrel's own refusals.</summary>
public sealed class WiredServer(PlanDatabases databases) : IAsyncLifetime
{
    private TestDatabase database = null!;
    private WebApplicationFactory<Program> application = null!;
    private HttpClient client = null!;

    public string Database => database.Address;

    public Uri Address => application.ClientOptions.BaseAddress;

    public async ValueTask InitializeAsync()
    {
        database = await databases.Loaded();
        application = PlanServer.Application(database.Address, ("Plan:Client", Path.GetTempPath()), ("urls", "http://127.0.0.1:0"));
        application.UseKestrel();
        application.StartServer();
        client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = new Uri($"http://127.0.0.1:{Address.Port}") };
    }

    public Task<HttpResponseMessage> Send(HttpMethod method, string address, params (string Name, string Value)[] headers)
    {
        var request = new HttpRequestMessage(method, address);
        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        return client.SendAsync(request, TestContext.Current.CancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        client.Dispose();
        await application.DisposeAsync();
        await database.DisposeAsync();
    }
}
