using SpatialPlan.Server.Cql2;

namespace SpatialPlan.Server.Tests.Cql2;

/// <summary>A collection with a property of every type, to be asked wrongly.</summary>
internal static class Refusals
{
    public static Queryables Queryables { get; } = new(
        new Dictionary<string, QueryableColumn>
        {
            ["name"] = new("f.name", CqlType.Text),
            ["area"] = new("f.area", CqlType.Number),
            ["open"] = new("f.open", CqlType.Boolean),
            ["day"] = new("f.day", CqlType.Date),
            ["since"] = new("f.since", CqlType.Timestamp),
            ["tags"] = new("f.tags", CqlType.Texts),
            ["geometry"] = new("f.geom", CqlType.Geometry),
        },
        4490);

    public static FilterError? Refuse(string text, FilterLanguage language = FilterLanguage.Text, FilterLimits? limits = null) =>
        Filter.Read(text, language, Queryables, limits).Error;
}
