using NetTopologySuite.Geometries;

namespace SpatialPlan.Server.Cql2;

/// <summary>Where the value of a property comes from, in SQL that we wrote (a column, or an expression in parentheses), and its type.</summary>
public sealed record QueryableColumn(string Sql, CqlType Type);

/// <summary>The properties a filter may name. There is no other way from a request to a column.</summary>
/// <param name="Properties">By name, as the queryables of the collection give them.</param>
/// <param name="Srid">What geometry is stored in.</param>
/// <param name="ToStore">
/// Brings a geometry of the filter to what is stored; null where the system of the filter does not reach. Not given when
/// filters are in longitude and latitude of the same datum already.
/// </param>
public sealed record Queryables(IReadOnlyDictionary<string, QueryableColumn> Properties, int Srid, Func<Geometry, Geometry?>? ToStore = null);
