using System.Net;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;
using SpatialPlan.Server.Hosting;

namespace SpatialPlan.Server.IntegrationTests;

/// <summary>The real application on its own copy of the loaded database.</summary>
public class PlanServer(PlanDatabases databases) : IAsyncLifetime
{
    private WebApplicationFactory<Program> application = null!;
    private bool isShared;

    public TestDatabase Database { get; private set; } = null!;

    public HttpClient Client { get; private set; } = null!;

    /// <summary>Of the application that serves the plan's catalogue, inside the process.</summary>
    public IServiceProvider Services => ServicesOf(application);

    public static IServiceProvider ServicesOf(WebApplicationFactory<Program> application) => application.Services.GetRequiredService<ApplicationSwitch>().Current.Services;

    public virtual async ValueTask InitializeAsync() => Start(await databases.Loaded());

    /// <summary>Starts the application on a database, of which it disposes with itself.</summary>
    internal void Start(TestDatabase database)
    {
        Database = database;
        application = Application(Database.Address);
        Client = NewClient();
    }

    /// <summary>A client of its own, with headers of its own and no cookies; the caller disposes of it.</summary>
    public HttpClient NewClient() => application.CreateClient(new() { AllowAutoRedirect = false, HandleCookies = false });

    /// <summary>The application with other settings; the caller disposes of it.</summary>
    public static WebApplicationFactory<Program> Application(string address, params (string Name, string Value)[] settings) =>
        new WebApplicationFactory<Program>().WithWebHostBuilder(host =>
        {
            host.UseSetting("ConnectionStrings:Plan", address);
            host.UseSetting("ConnectionStrings:PlanStaff", TestDatabase.AddressOf(address, "spatialplan_staff"));
            host.UseSetting("ConnectionStrings:PlanPublic", TestDatabase.AddressOf(address, "spatialplan_public"));
            host.UseSetting("Logging:LogLevel:Default", "Error");
            host.UseSetting("Plan:GisData", Repository.GisData);
            host.UseSetting("Plan:ChecksPerSecond", "0");
            foreach (var (name, value) in settings)
            {
                host.UseSetting(name, value);
            }
        });

    /// <summary>See <see cref="PlanDatabases.MakeAnew"/>.</summary>
    public Task MakeAnew(TestDatabase database) => databases.MakeAnew(database);

    /// <summary>Another copy of the loaded database, for a test that changes what others look at.</summary>
    public Task<TestDatabase> Clone() => databases.Loaded();

    public Task<HttpResponseMessage> Send(string address, params (string Name, string Value)[] headers)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, address);
        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        return Client.SendAsync(request, TestContext.Current.CancellationToken);
    }

    /// <summary>The body of an answer that must be 200.</summary>
    public async Task<JsonNode> Get(string address)
    {
        var response = await Send(address);
        var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.True(response.StatusCode == HttpStatusCode.OK, $"{address} answered {response.StatusCode}: {text}");
        return JsonNode.Parse(text)!;
    }

    /// <summary>Waits until the server has heard of the last change; two seconds are promised.</summary>
    public async Task WaitForRevision()
    {
        var revision = await Database.Ask<long>("select value from plan.revision");
        for (var until = DateTime.UtcNow.AddSeconds(5); DateTime.UtcNow < until; await Task.Delay(50, TestContext.Current.CancellationToken))
        {
            if ((long)(await Get("/ogc/collections/parks/facets"))["revision"]! >= revision && (await Send("/ogc")).Headers.ETag!.Tag.StartsWith($"\"{revision}-", StringComparison.Ordinal))
            {
                return;
            }
        }

        Assert.Fail("the server does not hear of changes");
    }

    /// <summary>The codes of the features on a page.</summary>
    public async Task<IReadOnlyList<string>> Codes(string address) =>
        [.. (await Get(address))["features"]!.AsArray().Select(feature => (string)feature!["id"]!)];

    /// <summary>The problem of an answer that must have this status.</summary>
    public async Task<JsonNode> GetProblem(string address, HttpStatusCode status)
    {
        var response = await Send(address);
        var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.True(response.StatusCode == status, $"{address} answered {response.StatusCode}: {text}");
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
        return JsonNode.Parse(text)!;
    }

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        Client.Dispose();
        if (!isShared)
        {
            await application.DisposeAsync();
            await Database.DisposeAsync();
        }
    }

    /// <summary>Stands before the application and the database of another, which disposes of them, with a client of its own.</summary>
    private protected void Share(PlanServer other)
    {
        (Database, application, isShared) = (other.Database, other.application, true);
        Client = NewClient();
    }
}
