using SpatialPlan.Server.Catalogue;

namespace SpatialPlan.Server.Ogc;

/// <summary>Whose the data is, under which licence and whom to ask: all of it as the catalogue says (OGC API Common: attribution, contacts, keywords, rel=license).</summary>
public static class Provenance
{
    /// <summary>The names that the sources of some features ask for, between " · "; null when none asks.</summary>
    /// <param name="catalogue">With the vocabulary of sources.</param>
    /// <param name="sources">Codes of that vocabulary.</param>
    public static string? Attribution(PlanCatalogue catalogue, IEnumerable<string> sources)
    {
        var names = Terms(catalogue, sources).Select(term => term.Text("attribution")).OfType<string>().Where(name => name.Length > 0).Distinct().ToList();
        return names.Count == 0 ? null : string.Join(" · ", names);
    }

    /// <summary>The licences of the sources of some features.</summary>
    public static IEnumerable<Link> Licences(PlanCatalogue catalogue, IEnumerable<string> sources) =>
        Terms(catalogue, sources)
            .Where(term => term.Text("licence_url") is not null)
            .Select(term => new Link(term.Text("licence_url")!, "license", Links.Html, term.Text("licence")))
            .Distinct();

    /// <summary>The licence of the product as a whole.</summary>
    public static Link Licence(Product product, string language) => new(product.Licence.Url, "license", Links.Html, product.Licence.In(language));

    /// <summary>A list of one, or an empty one: nobody is named.</summary>
    public static IReadOnlyList<Contact> Contacts(Product product) => product.Contact.IsGiven ? [product.Contact] : [];

    private static IEnumerable<Term> Terms(PlanCatalogue catalogue, IEnumerable<string> sources)
    {
        var known = catalogue.Vocabularies.GetValueOrDefault("source");
        return known is null ? [] : known.Terms.Where(term => sources.Contains(term.Code));
    }
}
