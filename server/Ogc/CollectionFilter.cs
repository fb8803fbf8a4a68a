using System.Runtime.CompilerServices;
using SpatialPlan.Server.Catalogue;
using SpatialPlan.Server.Cql2;
using SpatialPlan.Server.Geo;

namespace SpatialPlan.Server.Ogc;

/// <summary>
/// A filter as one collection takes it: conditions on coded values, which can be counted from memory and which a facet
/// ignores when they are its own, and the rest.
/// </summary>
/// <param name="Coded">Held against the same index and the same facets as the parameters of the same name.</param>
/// <param name="Condition">What is left; null when that is nothing.</param>
/// <param name="Ignored">The properties of conditions that leave this collection as it is, because it does not have them.</param>
public sealed record CollectionFilter(IReadOnlyList<PropertyFilter> Coded, Filter? Condition, IReadOnlyList<string> Ignored)
{
    public static readonly CollectionFilter None = new([], null, []);

    private static readonly ConditionalWeakTable<CollectionDefinition, Queryables> Usual = [];

    /// <param name="given">The filter.</param>
    /// <param name="collection">What it is asked of.</param>
    /// <param name="isShared">
    /// Other collections are asked the same: each condition acts on those that know all its properties and leaves the
    /// others. When it is not, a property that the collection does not have is refused.
    /// </param>
    public static CollectionFilter Of(GivenFilter given, CollectionDefinition collection, bool isShared)
    {
        var queryables = Queryables(collection, given.Crs);
        var (taken, ignored) = (new List<Expression>(), new List<string>());
        foreach (var condition in Conjuncts.Of(given.Tree).Select(condition => SharedName.Resolve(condition, collection)))
        {
            var unknown = isShared ? Conjuncts.Names(condition).Select(name => name.Name).Where(name => !queryables.Properties.ContainsKey(name)).ToList() : [];
            ignored.AddRange(unknown);
            if (unknown.Count == 0)
            {
                taken.Add(condition);
            }
        }

        if (Conjuncts.Join(taken) is not { } all)
        {
            return None with { Ignored = [.. ignored.Distinct()] };
        }

        var filter = Filter.Check(given.Source, all, queryables);
        return filter.Succeeded ? Split(filter.Value, collection) with { Ignored = [.. ignored.Distinct()] } : throw FilterParameter.Refuse(filter.Error);
    }

    private static CollectionFilter Split(Filter filter, CollectionDefinition collection)
    {
        var (coded, rest) = (new List<PropertyFilter>(), new List<Expression>());
        foreach (var condition in Conjuncts.Of(filter.Tree))
        {
            if (CodedCondition.Of(condition, collection) is { } values)
            {
                coded.Add(values);
            }
            else
            {
                rest.Add(condition);
            }
        }

        return new CollectionFilter(coded, Conjuncts.Join(rest) is { } left ? filter.Only(left) : null, []);
    }

    private static Queryables Queryables(CollectionDefinition collection, CrsDefinition crs)
    {
        // The columns are made once: a tile of all collections asks for sixteen of them each time.
        var usual = Usual.GetValue(collection, Columns);
        return crs == CrsList.Wire ? usual : usual with { ToStore = geometry => Reprojection.ToStore(crs, geometry) };
    }

    /// <summary>The same names as in the queryables of the collection; the columns are the catalogue's.</summary>
    private static Queryables Columns(CollectionDefinition collection)
    {
        var columns = collection.Properties.Where(property => property.Queryable)
            .ToDictionary(property => property.Name, property => new QueryableColumn($"f.{property.Column}", TypeOf(property.Type)));
        columns[collection.GeometryName] = new QueryableColumn("f.geom", CqlType.Geometry);
        return new Queryables(columns, Crs.Store);
    }

    private static CqlType TypeOf(PropertyType type) => type switch
    {
        PropertyType.Integer or PropertyType.Number => CqlType.Number,
        PropertyType.Codes or PropertyType.Strings => CqlType.Texts,
        PropertyType.Date => CqlType.Date,
        PropertyType.Timestamp => CqlType.Timestamp,
        PropertyType.Boolean => CqlType.Boolean,
        _ => CqlType.Text,
    };
}
