using System.Collections.Frozen;
using SpatialPlan.Server.Ogc;
using SpatialPlan.Server.Web;

namespace SpatialPlan.Server.Pages;

/// <summary>The conformance classes as a list of links: their names are addresses.</summary>
public sealed class ConformancePage(CollectionFinder collections, CollectionPages above, PageShell shell, Links links)
{
    private static readonly FrozenSet<string> Parameters = FrozenSet.Create("f", Language.Parameter);

    public IResult Classes(HttpContext context)
    {
        var request = context.Request;
        QueryReader.OfPage(request.Query, Parameters);
        var words = new PageWords(Negotiation.Language(request));
        var head = new PageHead(words["landing.conformance"], words["conformance.about"], [above.Root(words)], "", [(links.To(request, "/conformance?f=json"), Links.Json, "json")]);
        return shell.Answer(context, words, head, html =>
        {
            html.Element("h1", head.Title).Element("p", head.Description, ("class", "lead"));
            html.Element("ul", () =>
            {
                foreach (var name in Conformance.Of(collections))
                {
                    html.Element("li", () => html.Link(name, name));
                }
            });
        });
    }
}
