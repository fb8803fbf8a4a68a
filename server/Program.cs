using SpatialPlan.Server;
using SpatialPlan.Server.Accounts;
using SpatialPlan.Server.Catalogue;
using SpatialPlan.Server.Database;
using SpatialPlan.Server.Enquiries;
using SpatialPlan.Server.Gdal;
using SpatialPlan.Server.GisData;
using SpatialPlan.Server.Hosting;
using SpatialPlan.Server.TestData;
using SpatialPlan.Server.Web;

ForeignVariables.Forget();
var verb = args.FirstOrDefault() is { } first && !first.StartsWith('-') ? first : "serve";

// The settings stand beside the program, wherever it is started from.
var root = File.Exists("appsettings.json") ? null : AppContext.BaseDirectory;
var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = root });
var options = builder.Configuration.GetSection(PlanOptions.Section).Get<PlanOptions>() ?? new PlanOptions();
var package = PackageFolder.Find(
    verb == "load" ? args.ElementAtOrDefault(1) : null,
    options.GisData.Length == 0 ? builder.Configuration[PackageFolder.Variable] : null,
    Folders.Find(options.GisData, PackageFolder.Default, builder.Environment.ContentRootPath));

builder.Services.AddPlanOptions();
builder.Services.AddSingleton(package);
builder.AddPlanDatabase();
builder.Services.AddSingleton<PackageLoader>();
builder.Services.AddSingleton(PlanDocumentFile.Find(options.Document, builder.Configuration, package.Path, builder.Environment.ContentRootPath));
builder.Services.AddSingleton<PlanDocumentLoader>();
builder.Services.AddSingleton<GdalProcess>();
builder.Services.AddSingleton<TestCollections>();
builder.Services.AddSingleton<TestDataLoader>();
builder.Services.AddAccountStore();
if (verb == "serve")
{
    builder.AddApplications(process => (catalogue, cancel) => PlanApplication.Start(process, options, catalogue, cancel));
    if (options.MigrateAndLoadAtStart)
    {
        builder.Services.AddHostedService<PlanSetup>();
    }

    if (DatabaseSetup.HasOwner(builder.Configuration))
    {
        builder.Services.AddHostedService<TestDataSetup>();
    }
}

await using var process = builder.Build();
return await Commands.Guard(() => verb switch
{
    "serve" => process.RunProcess(),
    "migrate" or "load" => Commands.Run(process.Services, verb),
    "account" => AccountCommand.Run(process.Services, args[1..]),
    EnquiryCommands.Verb => EnquiryCommands.Run(process.Services, args[1..]),
    _ => Commands.Explain(verb),
});

/// <summary>The entry point, public so that tests can start the real application.</summary>
public partial class Program;
