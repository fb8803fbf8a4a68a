namespace SpatialPlan.Server.Cql2;

/// <summary>What an argument of a function may be, in the words of OGC API Features Part 3.</summary>
public sealed record FilterArgument(IReadOnlyList<string> Type);

/// <summary>A function of the filter language as OGC API Features Part 3 lists it; the operators of <see cref="CqlOperator"/> that are written as functions.</summary>
public sealed record FilterFunction(string Name, IReadOnlyList<FilterArgument> Arguments, IReadOnlyList<string> Returns)
{
    public static IReadOnlyList<FilterFunction> All { get; } = [.. CqlOperator.All.Where(known => known.IsFunction).OrderBy(known => known.Name, StringComparer.Ordinal).Select(Of)];

    private static FilterFunction Of(CqlOperator known)
    {
        var (takes, gives) = Types.SignatureOf(known.Kind);
        var argument = new FilterArgument([.. Enum.GetValues<CqlType>().Where(takes).Select(Word).Distinct()]);
        return new FilterFunction(known.Name, [.. Enumerable.Repeat(argument, known.Arguments)], [Word(gives)]);
    }

    private static string Word(CqlType type) => type switch
    {
        CqlType.Text => "string",
        CqlType.Number => "number",
        CqlType.Boolean => "boolean",
        CqlType.Geometry => "geometry",
        CqlType.Texts or CqlType.Numbers or CqlType.EmptyArray => "array",
        _ => "datetime",
    };
}
