using SpatialPlan.Server.Web;

namespace SpatialPlan.Server.Ogc.Tiles;

/// <summary>The addresses of tiles and of what describes them.</summary>
public static class TileRoutes
{
    private const string Tile = "/{matrixSet}/{tileMatrix}/{tileRow}/{tileCol}";

    private static readonly string[] GetOrHead = [HttpMethods.Get, HttpMethods.Head];

    public static void AddTiles(this IServiceCollection services)
    {
        services.AddSingleton<GridStore>();
        services.AddSingleton<LayerChoice>();
        services.AddSingleton<TileStore>();
        services.AddSingleton<TileCache>();
        services.AddSingleton<TileShortcut>();
        services.AddSingleton<TileEndpoints>();
        services.AddSingleton<TilesetEndpoints>();
        services.AddSingleton<IdentifyEndpoints>();
    }

    /// <summary>Before everything that looks at a request more closely, but after what every answer must carry.</summary>
    public static void UseTileShortcut(this WebApplication app)
    {
        var shortcut = app.Services.GetRequiredService<TileShortcut>();
        app.Use((context, next) => shortcut.TryAnswer(context, out var answer) ? answer.AsTask() : next(context));
    }

    /// <param name="app">Where tiles go: they answer for their own revision.</param>
    /// <param name="ogc">The group of everything that is described under the revision.</param>
    public static void MapTiles(this WebApplication app, RouteGroupBuilder ogc)
    {
        var tiles = app.Services.GetRequiredService<TileEndpoints>();
        app.MapMethods($"/ogc/tiles{Tile}", GetOrHead, tiles.TileOfMany).Offers(TileResponse.Types);
        app.MapMethods($"/ogc/collections/{{collectionId}}/tiles{Tile}", GetOrHead, tiles.TileOfCollection).Offers(TileResponse.Types);

        var tilesets = app.Services.GetRequiredService<TilesetEndpoints>();
        ogc.MapMethods("/tileMatrixSets", GetOrHead, tilesets.MatrixSets);
        ogc.MapMethods("/tileMatrixSets/{matrixSet}", GetOrHead, tilesets.MatrixSet);
        foreach (var prefix in new[] { "/tiles", "/collections/{collectionId}/tiles" })
        {
            ogc.MapMethods(prefix, GetOrHead, tilesets.Tilesets).InLanguages();
            ogc.MapMethods($"{prefix}/{{matrixSet}}", GetOrHead, tilesets.Tileset).InLanguages();
            ogc.MapMethods($"{prefix}/{{matrixSet}}/tilejson", GetOrHead, tilesets.TileJson).InLanguages();
        }

        var identify = app.Services.GetRequiredService<IdentifyEndpoints>();
        ogc.MapMethods("/collections/{collectionId}/identify", GetOrHead, identify.Identify).Offers(Links.GeoJson);
    }
}
