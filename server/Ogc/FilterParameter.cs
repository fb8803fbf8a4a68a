using SpatialPlan.Server.Catalogue;
using SpatialPlan.Server.Cql2;
using SpatialPlan.Server.Geo;
using SpatialPlan.Server.Web;

namespace SpatialPlan.Server.Ogc;

/// <summary>A filter as it was given: what was read, the tree it gives, and the system of its coordinates.</summary>
public sealed record GivenFilter(string Source, Expression Tree, CrsDefinition Crs)
{
    /// <summary>A name that none of these collections has is a mistake, however many are asked.</summary>
    public void RefuseUnknown(IReadOnlyList<CollectionDefinition> known)
    {
        bool IsKnown(string name) => name == FilterParameter.Geometry || known.Any(collection =>
            collection.FindProperty(name) is { Queryable: true } || SharedName.Find(collection, name) is not null);
        if (Conjuncts.Names(Tree).FirstOrDefault(name => !IsKnown(name.Name)) is { } unknown)
        {
            throw FilterParameter.Refuse(FilterError.At(Source, unknown.Place.Offset, FilterParameter.UnknownProperty, unknown.Name));
        }
    }
}

/// <summary>The parameters filter, filter-lang and filter-crs (OGC API Features Part 3, /req/filter).</summary>
public static class FilterParameter
{
    /// <summary>What the queryables of every collection call its geometry.</summary>
    public const string Geometry = "geometry";

    /// <summary>How the code of every refusal of a filter begins.</summary>
    public const string Codes = "filter-";

    public const string UnknownProperty = "filter-property-unknown";

    public static readonly string[] Names = ["filter", "filter-lang", "filter-crs"];

    /// <summary>The names of the encodings; GDAL asks for cql-text.</summary>
    public static readonly string[] Languages = ["cql2-text", "cql2-json", "cql-text"];

    /// <summary>The filter of a request, whichever collections it is for; null when there is none.</summary>
    public static GivenFilter? Read(QueryReader query)
    {
        var crs = CrsParameter.Read(query, "filter-crs");
        var language = ReadLanguage(query);
        if (query.Find("filter") is not { } text)
        {
            return null;
        }

        var tree = Filter.Parse(text, language);
        return tree.Succeeded ? new GivenFilter(text, tree.Value, crs) : throw Refuse(tree.Error);
    }

    public static RequestException Refuse(FilterError error)
    {
        var suggestion = PlainNumbers.Suggest(error.Found) ?? PlainNumbers.SuggestSign(error.Found);
        return RequestException.Malformed(
            error.Code,
            suggestion is null
                ? new { parameter = "filter", offset = error.Offset, line = error.Line, column = error.Column, found = error.Found, expected = error.Expected }
                : new { parameter = "filter", offset = error.Offset, line = error.Line, column = error.Column, found = error.Found, expected = error.Expected, suggestion });
    }

    private static FilterLanguage ReadLanguage(QueryReader query)
    {
        var language = query.Find("filter-lang") ?? Languages[0];
        return !Languages.Contains(language)
            ? throw RequestException.Malformed("filter-language-unknown", new { parameter = "filter-lang", supported = Languages })
            : language == "cql2-json" ? FilterLanguage.Json : FilterLanguage.Text;
    }
}
