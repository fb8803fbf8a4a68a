using System.Collections.Frozen;
using SpatialPlan.Server.Catalogue;
using SpatialPlan.Server.Cql2;
using SpatialPlan.Server.Web;

namespace SpatialPlan.Server.Ogc;

/// <summary>Where a client begins: OGC API Common /req/core/root-op, /req/core/conformance-op and /req/core/api-definition-op.</summary>
public sealed class LandingEndpoints(PlanCatalogue catalogue, OpenApiDocument document, Links links)
{
    private static readonly FrozenSet<string> Parameters = FrozenSet.Create("f");

    private static readonly string[] FilterClasses =
    [
        "cql2-text", "cql2-json", "basic-cql2", "advanced-comparison-operators", "case-insensitive-comparison", "accent-insensitive-comparison",
        "basic-spatial-functions", "basic-spatial-functions-plus", "spatial-functions", "temporal-functions", "array-functions",
        "property-property", "arithmetic",
    ];

    private static readonly string[] Conformance =
    [
        "http://www.opengis.net/spec/ogcapi-common-1/1.0/conf/core",
        "http://www.opengis.net/spec/ogcapi-common-2/1.0/conf/collections",
        "http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/core",
        "http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/oas30",
        "http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/geojson",
        "http://www.opengis.net/spec/ogcapi-tiles-1/1.0/conf/core",
        "http://www.opengis.net/spec/ogcapi-tiles-1/1.0/conf/tileset",
        "http://www.opengis.net/spec/ogcapi-tiles-1/1.0/conf/tilesets-list",
        "http://www.opengis.net/spec/ogcapi-tiles-1/1.0/conf/dataset-tilesets",
        "http://www.opengis.net/spec/ogcapi-tiles-1/1.0/conf/geodata-tilesets",
        "http://www.opengis.net/spec/ogcapi-tiles-1/1.0/conf/mvt",
        "http://www.opengis.net/spec/ogcapi-features-2/1.0/conf/crs",
        "http://www.opengis.net/spec/ogcapi-features-5/1.0/conf/schemas",
        "http://www.opengis.net/spec/ogcapi-features-5/1.0/conf/core-roles-features",
        "http://www.opengis.net/spec/ogcapi-features-5/1.0/conf/feature-references",
        "http://www.opengis.net/spec/ogcapi-features-5/1.0/conf/returnables-and-receivables",
        "http://www.opengis.net/spec/ogcapi-features-5/1.0/conf/queryables",
        "http://www.opengis.net/spec/ogcapi-features-5/1.0/conf/sortables",
        "http://www.opengis.net/spec/ogcapi-features-8/0.0/conf/sorting",
        "http://www.opengis.net/spec/ogcapi-features-8/0.0/conf/features-sorting",
        "http://www.opengis.net/spec/ogcapi-features-3/1.0/conf/queryables",
        "http://www.opengis.net/spec/ogcapi-features-3/1.0/conf/queryables-query-parameters",
        "http://www.opengis.net/spec/ogcapi-features-3/1.0/conf/filter",
        "http://www.opengis.net/spec/ogcapi-features-3/1.0/conf/features-filter",
        .. FilterClasses.Select(name => $"http://www.opengis.net/spec/cql2/1.0/conf/{name}"),
    ];

    public IResult Landing(HttpContext context)
    {
        var request = Checked(context);
        return TypedResults.Json(
            new
            {
                title = catalogue.Product.Title.Zh,
                description = $"{catalogue.Product.Title.En}. {catalogue.Product.Place.Zh} · {catalogue.Product.Place.En}",
                links = new Link[]
                {
                    new(links.To(request, ""), "self", Links.Json),
                    new(links.To(request, "/api"), "service-desc", Links.OpenApi),
                    new(links.To(request, "/conformance"), "conformance", Links.Json),
                    new(links.To(request, "/conformance"), Links.ConformanceRel, Links.Json),
                    new(links.To(request, "/collections"), "data", Links.Json),
                    new(links.To(request, "/tiles"), Links.VectorTilesRel, Links.Json),
                    new(links.To(request, "/functions"), Links.FunctionsRel, Links.Json),
                    new(links.To(request, "?f=html"), "alternate", Links.Html),
                    new(links.To(request, "/api?f=html"), "service-doc", Links.Html),
                    new($"{links.Root(request)}/", "related", Links.Html, catalogue.Product.Title.Zh),
                },
            },
            JsonOptions.Links,
            Links.Json);
    }

    public IResult ConformsTo(HttpContext context)
    {
        Checked(context);
        return TypedResults.Json(new { conformsTo = Conformance }, JsonOptions.Links, Links.Json);
    }

    public IResult Api(HttpContext context)
    {
        var request = Checked(context);
        return TypedResults.Json(document.Of(catalogue, links.To(request, "")), JsonOptions.Links, Links.OpenApi);
    }

    /// <summary>OGC API Features Part 3, /req/filter/functions: what a filter may call beside the operators of the standard.</summary>
    public IResult Functions(HttpContext context)
    {
        Checked(context);
        return TypedResults.Json(new { functions = FilterFunction.All }, JsonOptions.Links, Links.Json);
    }

    private static HttpRequest Checked(HttpContext context)
    {
        QueryReader.Of(context.Request.Query, Parameters);
        return context.Request;
    }
}
