using SpatialPlan.Server.Ogc.Counts;
using SpatialPlan.Server.Ogc.Tiles;
using SpatialPlan.Server.Web;

namespace SpatialPlan.Server.Ogc;

/// <summary>The public read API.</summary>
public static class OgcEndpoints
{
    private static readonly string[] GetOrHead = [HttpMethods.Get, HttpMethods.Head];

    public static void AddOgc(this IServiceCollection services)
    {
        services.AddSingleton<Links>();
        services.AddSingleton<CollectionFinder>();
        services.AddSingleton<FeatureRounds>();
        services.AddSingleton<ItemStore>();
        services.AddSingleton<LargeCollections>();
        services.AddSingleton<FacetStore>();
        services.AddSingleton<ExtentStore>();
        services.AddSingleton<OpenApiDocument>();
        services.AddSingleton<LandingEndpoints>();
        services.AddSingleton<CollectionEndpoints>();
        services.AddSingleton<ItemEndpoints>();
        services.AddSingleton<FacetEndpoints>();
        services.AddSingleton<FilterMatches>();
        services.AddSingleton<PointIndexes>();
        services.AddHostedService<PointRefresher>();
        services.AddTiles();
    }

    public static void MapOgc(this WebApplication app)
    {
        var ogc = app.MapGroup("/ogc").AddEndpointFilter<RevisionFilter>();
        var landing = app.Services.GetRequiredService<LandingEndpoints>();
        ogc.MapMethods("/", GetOrHead, landing.Landing).InLanguages();
        ogc.MapMethods("/conformance", GetOrHead, landing.ConformsTo);
        ogc.MapMethods("/api", GetOrHead, landing.Api).InLanguages();
        ogc.MapMethods("/functions", GetOrHead, landing.Functions);

        var collections = app.Services.GetRequiredService<CollectionEndpoints>();
        ogc.MapMethods("/collections", GetOrHead, (Delegate)collections.Collections).InLanguages();
        ogc.MapMethods("/collections/{collectionId}", GetOrHead, collections.Collection).InLanguages();
        ogc.MapMethods("/collections/{collectionId}/queryables", GetOrHead, collections.Queryables).InLanguages();
        ogc.MapMethods("/collections/{collectionId}/sortables", GetOrHead, collections.Sortables).InLanguages();
        ogc.MapMethods("/collections/{collectionId}/schema", GetOrHead, collections.Schema).InLanguages();

        var items = app.Services.GetRequiredService<ItemEndpoints>();
        ogc.MapMethods("/collections/{collectionId}/items", GetOrHead, items.Items);

        // It waits for one statement, which has a limit of its own; a timer for each request would cost more than it guards.
        ogc.MapMethods("/collections/{collectionId}/items/{code}", GetOrHead, items.Item).DisableRequestTimeout();

        var facets = app.Services.GetRequiredService<FacetEndpoints>();
        ogc.MapMethods("/collections/{collectionId}/facets", GetOrHead, facets.Facets);
        app.MapTiles(ogc);

        var matches = app.Services.GetRequiredService<FilterMatches>();
        var filter = app.MapGroup("/api/filter").AddEndpointFilter<RevisionFilter>();
        filter.MapMethods("/matches", GetOrHead, (Delegate)matches.Matches);
        filter.MapMethods("/check", GetOrHead, (Delegate)matches.Check);
    }
}
