using System.Collections.Frozen;
using SpatialPlan.Server.Catalogue;
using SpatialPlan.Server.Cql2;
using SpatialPlan.Server.Web;

namespace SpatialPlan.Server.Ogc;

/// <summary>Where a client begins: OGC API Common /req/core/root-op, /req/core/conformance-op and /req/core/api-definition-op.</summary>
public sealed class LandingEndpoints(PlanCatalogue catalogue, CollectionFinder collections, OpenApiDocument document, Links links)
{
    private static readonly FrozenSet<string> Parameters = FrozenSet.Create("f", Language.Parameter);

    public IResult Landing(HttpContext context)
    {
        var (request, product) = (Checked(context), catalogue.Product);
        var language = Language.Of(request);
        return TypedResults.Json(
            new
            {
                title = $"{product.Place.In(language)} · {product.Title.In(language)}",
                description = product.Description.In(language),
                keywords = product.Keywords.In(language),
                attribution = Provenance.Attribution(catalogue, catalogue.Vocabularies.GetValueOrDefault("source")?.Terms.Select(term => term.Code) ?? []),
                contacts = Provenance.Contacts(product),
                links = new Link[]
                {
                    new(links.To(request, ""), "self", Links.Json),
                    new(links.To(request, "/api"), "service-desc", Links.OpenApi),
                    new(links.To(request, "/conformance"), "conformance", Links.Json),
                    new(links.To(request, "/conformance"), Links.ConformanceRel, Links.Json),
                    new(links.To(request, "/collections"), "data", Links.Json),
                    new(links.To(request, "/tiles"), Links.VectorTilesRel, Links.Json),
                    new(links.To(request, "/styles"), Links.StylesRel, Links.Json),
                    new(links.To(request, "/functions"), Links.FunctionsRel, Links.Json),
                    new(links.To(request, "?f=html"), "alternate", Links.Html),
                    new(links.To(request, "/api?f=html"), "service-doc", Links.Html),
                    new($"{links.Root(request)}/", "related", Links.Html, product.Title.In(language)),
                    Provenance.Licence(product, language),
                },
            },
            JsonOptions.Links,
            Links.Json);
    }

    public IResult ConformsTo(HttpContext context)
    {
        Checked(context);
        return TypedResults.Json(new { conformsTo = Conformance.Of(collections) }, JsonOptions.Links, Links.Json);
    }

    public IResult Api(HttpContext context)
    {
        var request = Checked(context);
        return TypedResults.Json(document.Of(catalogue, links.To(request, ""), Language.Of(request)), JsonOptions.Links, Links.OpenApi);
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
