using NetTopologySuite.Geometries;

namespace SpatialPlan.Server.Cql2;

/// <summary>Geometries in well-known text.</summary>
internal sealed class WktParser(TokenCursor cursor)
{
    private const string WithHeights = "Z";

    /// <summary>A name of a geometry type with a parenthesis, or with Z and a parenthesis, is no property.</summary>
    public bool Starts() =>
        Shapes.NameOf(cursor.Current.Value) is not null
        && (cursor.Next is { Kind: TokenKind.Symbol, Value: "(" } || cursor.Next.Value.Equals(WithHeights, StringComparison.OrdinalIgnoreCase));

    public Expression? Read()
    {
        var start = cursor.Current.Start;
        return Geometry(isPart: false) is { } geometry ? cursor.Accept(new GeometryLiteral(geometry), start) : null;
    }

    private Geometry? Geometry(bool isPart)
    {
        var word = cursor.Take();
        var name = Shapes.NameOf(word.Value);
        cursor.TakeWord(WithHeights);
        if (name is null || (name == Shapes.Collection && isPart))
        {
            cursor.Fail("filter-geometry-invalid", word.Start, word.Value);
            return null;
        }

        if (name == Shapes.Collection)
        {
            return List(() => Geometry(isPart: true)) is { } parts ? Shapes.Collect(parts) : null;
        }

        var nest = name == "Point" ? Parenthesised() : Coordinates(Shapes.NestingOf(name), isOfPoints: name == "MultiPoint");
        if (nest is null)
        {
            return null;
        }

        var geometry = Shapes.Make(name, nest);
        if (geometry is null)
        {
            cursor.Fail("filter-geometry-invalid", word.Start, word.Value);
        }

        return geometry;
    }

    private Nest? Coordinates(int level, bool isOfPoints)
    {
        if (level == 0)
        {
            // MULTIPOINT((1 2), (3 4)) is the standard's, MULTIPOINT(1 2, 3 4) is what many programs write.
            return isOfPoints && cursor.IsSymbol("(") ? Parenthesised() : Position();
        }

        return List(() => Coordinates(level - 1, isOfPoints)) is { } items ? new Nest(null, items) : null;
    }

    private Nest? Parenthesised() => cursor.ExpectSymbol("(") && Position() is { } position && cursor.ExpectSymbol(")") ? position : null;

    private Nest? Position()
    {
        if (cursor.ExpectNumber() is not { } x || cursor.ExpectNumber() is not { } y)
        {
            return null;
        }

        var hasHeight = !cursor.IsSymbol(",") && !cursor.IsSymbol(")");
        return hasHeight && cursor.ExpectNumber() is null ? null : new Nest(new Coordinate(x, y), []);
    }

    private List<T>? List<T>(Func<T?> read)
        where T : class
    {
        if (!cursor.ExpectSymbol("("))
        {
            return null;
        }

        List<T> items = [];
        do
        {
            if (read() is not { } item)
            {
                return null;
            }

            items.Add(item);
        }
        while (cursor.TakeSymbol(","));
        return cursor.ExpectSymbol(")") ? items : null;
    }
}
