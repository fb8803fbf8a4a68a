using Microsoft.Extensions.Options;
using SpatialPlan.Server.Accounts;
using SpatialPlan.Server.BulkChanges;
using SpatialPlan.Server.Catalogue;
using SpatialPlan.Server.ChangeSets;
using SpatialPlan.Server.Contests;
using SpatialPlan.Server.Conflicts;
using SpatialPlan.Server.Database;
using SpatialPlan.Server.Drafts;
using SpatialPlan.Server.Editing;
using SpatialPlan.Server.Enquiries;
using SpatialPlan.Server.Export;
using SpatialPlan.Server.Gdal;
using SpatialPlan.Server.History;
using SpatialPlan.Server.Hosting;
using SpatialPlan.Server.Ogc;
using SpatialPlan.Server.Ogc.Tiles;
using SpatialPlan.Server.Pages;
using SpatialPlan.Server.Parks;
using SpatialPlan.Server.Plan;
using SpatialPlan.Server.Review;
using SpatialPlan.Server.Search;
using SpatialPlan.Server.SiteCheck;
using SpatialPlan.Server.Web;
using SpatialPlan.Server.Web.OpenApi;

namespace SpatialPlan.Server;

/// <summary>What the application is made of, for one catalogue; without one it is live, says what is missing, and waits.</summary>
public static class PlanApplication
{
    public static Task<CatalogueApplication> Start(IServiceProvider process, PlanOptions options, PlanCatalogue? catalogue, CancellationToken cancel)
    {
        var builder = InnerHost.CreateBuilder(process);
        builder.Share<PlanDatabase>(process);
        builder.Share<WorkStates>(process);
        builder.Share<GdalProcess>(process);
        builder.Share<TestCollections>(process);
        builder.Services.AddPlanOptions();
        builder.AddRevisions(new ServedCatalogue(catalogue?.Document.Hash));
        builder.Services.AddSingleton(new ProcessEnd(process.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping));
        builder.Services.AddSingleton<RevisionEvents>();
        builder.AddHttpLimits();
        builder.AddPublicAddress();
        builder.Services.AddAccounts(process, options);
        if (catalogue is not null)
        {
            builder.Services.AddSingleton(catalogue);
            builder.Services.AddOgc();
            builder.Services.AddExport();
            builder.Services.AddPages();
            builder.Services.AddPlan();
            builder.Services.AddParks();
            builder.Services.AddSiteCheck();
            builder.Services.AddDrafts();
            builder.Services.AddEditing();
            builder.Services.AddChangeSets();
            builder.Services.AddBulkChanges();
            builder.Services.AddConflicts();
            builder.Services.AddReview();
            builder.Services.AddSingleton<HistoryStore>();
            builder.Services.AddSingleton<HistoryEndpoints>();
            builder.Services.AddSingleton<ChangesStore>();
            builder.Services.AddEnquiries();
            builder.Services.AddContests();
            builder.AddSearch(options);
        }

        return CatalogueApplication.Start(builder, app => Use(app, options, isLoaded: catalogue is not null), cancel);
    }

    private static void Use(WebApplication app, PlanOptions options, bool isLoaded)
    {
        app.UsePublicAddress(options);
        app.UseSecurityHeaders(options, isDevelopingClient: app.Configuration[SpaHosting.DevServerSetting] is { Length: > 0 });
        app.UseAudience();
        if (isLoaded)
        {
            app.UseTileShortcut();
        }

        app.UseResponseCompression();
        app.UseProblems();
        app.UseRequestRules();
        app.UseUnsafeRequestRules(app.Services.GetRequiredService<IOptions<PlanOptions>>());
        app.UseAccessGuard();
        app.MapHealth();
        app.MapClientConfig();
        app.MapApiDescription();
        if (isLoaded)
        {
            app.MapAccounts();
            app.MapOgc();
            app.MapExport();
            app.MapPages();
            app.MapPlan();
            app.MapParks();
            app.MapSiteCheck();
            app.MapDrafts();
            app.MapEditing();
            app.MapChangeSets();
            app.MapBulkChanges();
            app.MapConflicts();
            app.MapReview();
            HistoryEndpoints.Map(app);
            RevisionEvents.Map(app);
            app.MapEnquiries();
            app.MapContests();
            app.MapSearch();
        }
        else
        {
            app.MapNotLoaded();
        }

        app.RequireDeclaredAccess();
        app.UseClient(options);
    }
}
