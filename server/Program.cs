using SpatialPlan.Server.Catalogue;
using SpatialPlan.Server.Database;
using SpatialPlan.Server.Export;
using SpatialPlan.Server.GisData;
using SpatialPlan.Server.Ogc;
using SpatialPlan.Server.Ogc.Tiles;
using SpatialPlan.Server.Pages;
using SpatialPlan.Server.Plan;
using SpatialPlan.Server.Search;
using SpatialPlan.Server.TestData;
using SpatialPlan.Server.Web;
using SpatialPlan.Server.Web.OpenApi;

ForeignVariables.Forget();
var verb = args.FirstOrDefault() is { } first && !first.StartsWith('-') ? first : "serve";

// The settings stand beside the program, wherever it is started from.
var root = File.Exists("appsettings.json") ? null : AppContext.BaseDirectory;
var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = root });
var options = builder.Configuration.GetSection(PlanOptions.Section).Get<PlanOptions>() ?? new PlanOptions();
var gisData = verb == "load" && args.Length > 1 ? Path.GetFullPath(args[1]) : Folders.Find(options.GisData, "gis-data", builder.Environment.ContentRootPath);

builder.Services.AddOptions<PlanOptions>().BindConfiguration(PlanOptions.Section).ValidateDataAnnotations().ValidateOnStart();
builder.Services.AddSingleton(new PackageFolder(gisData));
builder.Services.AddSingleton(services => CatalogueReader.Load(services.GetRequiredService<PackageFolder>().Path));
builder.AddPlanDatabase();
builder.Services.AddSingleton<PackageLoader>();
builder.Services.AddSingleton(PlanDocumentFile.Find(options.Document, builder.Configuration, gisData, builder.Environment.ContentRootPath));
builder.Services.AddSingleton<PlanDocumentLoader>();
builder.Services.AddOgc();
builder.Services.AddExport();
builder.Services.AddPages();
builder.Services.AddSingleton<TestCollections>();
builder.Services.AddSingleton<TestDataLoader>();
builder.Services.AddPlan();
builder.AddSearch(options);
builder.AddHttpLimits();
builder.AddPublicAddress();
if (verb == "serve" && options.MigrateAndLoadAtStart)
{
    builder.Services.AddHostedService<PlanSetup>();
}

if (verb == "serve" && DatabaseSetup.HasOwner(builder.Configuration))
{
    builder.Services.AddHostedService<TestDataSetup>();
}

await using var app = builder.Build();
return await Commands.Guard(() => verb switch
{
    "serve" => Serve(app, options),
    "migrate" or "load" => Commands.Run(app.Services, verb),
    _ => Commands.Explain(verb),
});

static async Task<int> Serve(WebApplication app, PlanOptions options)
{
    app.UsePublicAddress(options);
    app.UseSecurityHeaders(options, isDevelopingClient: app.Configuration[SpaHosting.DevServerSetting] is { Length: > 0 });
    app.UseAudience();
    app.UseTileShortcut();
    app.UseResponseCompression();
    app.UseProblems();
    app.UseRequestRules();
    app.MapHealth();
    app.MapOgc();
    app.MapExport();
    app.MapPages();
    app.MapPlan();
    app.MapSearch();
    app.MapClientConfig();
    app.MapApiDescription();
    app.UseClient(options);
    await app.RunAsync();
    return Environment.ExitCode;
}

/// <summary>The entry point, public so that tests can start the real application.</summary>
public partial class Program;
