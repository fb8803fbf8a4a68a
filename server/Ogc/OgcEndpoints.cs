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
        services.AddSingleton<FeatureBatches>();
        services.AddSingleton<ItemStore>();
        services.AddSingleton<LargeCollections>();
        services.AddSingleton<FacetStore>();
        services.AddSingleton<ExtentStore>();
        services.AddSingleton<KnownTotals>();
        services.AddSingleton<OpenApiDocument>();
        services.AddSingleton<LandingEndpoints>();
        services.AddSingleton<CollectionEndpoints>();
        services.AddSingleton<ItemFormats>();
        services.AddSingleton<ItemEndpoints>();
        services.AddSingleton<FacetEndpoints>();
        services.AddSingleton<FilterMatches>();
        services.AddSingleton<StyleEndpoints>();
        services.AddSingleton<PointIndexes>();
        services.AddHostedService<PointRefresher>();
        services.AddTiles();
    }

    public static void MapOgc(this WebApplication app)
    {
        var ogc = app.MapGroup("/ogc").AddEndpointFilter<RevisionFilter>().Offers(Links.Json);
        var landing = app.Services.GetRequiredService<LandingEndpoints>();
        ogc.MapMethods("/", GetOrHead, landing.Landing).InLanguages();
        ogc.MapMethods("/conformance", GetOrHead, landing.ConformsTo);
        ogc.MapMethods("/api", GetOrHead, landing.Api).InLanguages().Offers(Links.OpenApi);
        ogc.MapMethods("/functions", GetOrHead, landing.Functions);

        var collections = app.Services.GetRequiredService<CollectionEndpoints>();
        ogc.MapMethods("/collections", GetOrHead, (Delegate)collections.Collections).InLanguages();
        ogc.MapMethods("/collections/{collectionId}", GetOrHead, collections.Collection).InLanguages();
        ogc.MapMethods("/collections/{collectionId}/queryables", GetOrHead, collections.Queryables).InLanguages().Offers(Links.Schema);
        ogc.MapMethods("/collections/{collectionId}/sortables", GetOrHead, collections.Sortables).InLanguages().Offers(Links.Schema);
        ogc.MapMethods("/collections/{collectionId}/schema/feature", GetOrHead, collections.FeatureSchema).InLanguages().Offers(Links.Schema);
        ogc.MapMethods("/collections/{collectionId}/schema", GetOrHead, collections.Schema).InLanguages().Offers(Links.Schema);

        var (items, formats) = (app.Services.GetRequiredService<ItemEndpoints>(), app.Services.GetRequiredService<ItemFormats>());
        ogc.MapMethods("/collections/{collectionId}/items", GetOrHead, items.Items).WithMetadata(new Variant(formats.Variant)).Offers(formats.MediaTypes);

        // It waits for one statement, which has a limit of its own; a timer for each request would cost more than it guards.
        ogc.MapMethods("/collections/{collectionId}/items/{code}", GetOrHead, items.Item).Offers(Links.GeoJson).WithMetadata(new OwnTag()).DisableRequestTimeout();

        var facets = app.Services.GetRequiredService<FacetEndpoints>();
        ogc.MapMethods("/collections/{collectionId}/facets", GetOrHead, facets.Facets);
        app.MapTiles(ogc);

        var styles = app.Services.GetRequiredService<StyleEndpoints>();
        ogc.MapMethods("/styles", GetOrHead, styles.List).InLanguages();
        ogc.MapMethods("/styles/{styleId}", GetOrHead, styles.Style).WithMetadata(StyleEndpoints.Variant).Offers([.. StyleFormat.All.Select(format => format.MediaType)]);
        ogc.MapMethods("/styles/{styleId}/metadata", GetOrHead, styles.Metadata).InLanguages();
        ogc.MapMethods("/styles/sprites/{file}", GetOrHead, styles.Sprite).Offers("image/png", Links.Json);

        var matches = app.Services.GetRequiredService<FilterMatches>();
        var filter = app.MapGroup("/api/filter").AllowAnonymous().AddEndpointFilter<RevisionFilter>().Offers(Links.Json);
        filter.MapMethods("/matches", GetOrHead, (Delegate)matches.Matches);
        filter.MapMethods("/check", GetOrHead, (Delegate)matches.Check);
    }
}
