using System.Globalization;
using System.Text.Json;

namespace SpatialPlan.Server.Cql2;

/// <summary>CQL2 JSON (OGC 21-065r2, /req/cql2-json): the same tree as from text, with the same limits.</summary>
internal sealed class JsonParser
{
    // An operation is an object and an array; a geometry collection of multipolygons stands innermost.
    private const int LevelsOfOperation = 2;
    private const int LevelsOfGeometry = 8;

    private readonly string source;
    private readonly FilterLimits limits;
    private readonly GeoJsonParser geometries;
    private FilterError? failure;
    private int nodes;

    private JsonParser(string source, FilterLimits limits)
    {
        (this.source, this.limits) = (source, limits);
        geometries = new GeoJsonParser(part => Fail("filter-geometry-invalid", part));
    }

    public static Reading<Expression> Read(string source, FilterLimits limits)
    {
        if (source.Length > limits.JsonLength)
        {
            return FilterError.At(source, limits.JsonLength, "filter-too-long", expected: $"{limits.JsonLength}");
        }

        if (string.IsNullOrWhiteSpace(source))
        {
            return FilterError.At(source, 0, "filter-empty");
        }

        var forbidden = Tokenizer.IndexOfForbidden(source);
        if (forbidden >= 0)
        {
            return FilterError.At(source, forbidden, "filter-character-invalid");
        }

        var root = JsonPart.Read(source, (limits.Depth * LevelsOfOperation) + LevelsOfGeometry);
        if (!root.Succeeded)
        {
            return root.Error;
        }

        var parser = new JsonParser(source, limits);
        var tree = parser.Value(root.Value);
        return parser.failure is { } failure ? failure : tree!;
    }

    private Expression? Value(JsonPart part) => part.Type switch
    {
        JsonTokenType.String => Accept(new TextLiteral(part.Text), part),
        JsonTokenType.Number => part.Number is { } number ? Accept(new NumberLiteral(number), part) : Fail("filter-number-out-of-range", part),
        JsonTokenType.True or JsonTokenType.False => Accept(new BooleanLiteral(part.Type == JsonTokenType.True), part),
        JsonTokenType.StartObject => Object(part),
        _ => Fail("filter-syntax", part, "expression"),
    };

    private Expression? Object(JsonPart part)
    {
        if (part.Find("type") is { } type)
        {
            return geometries.Read(part, type) is { } geometry ? Accept(new GeometryLiteral(geometry), part) : null;
        }

        if (part.Find("op") is { } name)
        {
            return part.Members.Count == 2 && part.Find("args") is { Type: JsonTokenType.StartArray } arguments && name.Type == JsonTokenType.String
                ? Operation(part, name, arguments)
                : Fail("filter-syntax", part, "op, args");
        }

        return part.Members.Count == 1 ? Single(part, part.Members.Single()) : Fail("filter-syntax", part, "op, args");
    }

    private Expression? Single(JsonPart part, KeyValuePair<string, JsonPart> member) => (member.Key, member.Value.Type) switch
    {
        ("property", JsonTokenType.String) => Accept(new PropertyName(member.Value.Text), part),
        ("date", JsonTokenType.String) => Instants.TryDate(member.Value.Text) is { } date ? Accept(date, part) : Fail("filter-date-invalid", member.Value),
        ("timestamp", JsonTokenType.String) => Instants.TryMoment(member.Value.Text) is { } moment ? Accept(moment, part) : Fail("filter-timestamp-invalid", member.Value),
        ("interval", JsonTokenType.StartArray) => Interval(part, member.Value.Items),
        ("bbox", JsonTokenType.StartArray) => Bbox(part, member.Value.Items),
        _ => Fail("filter-syntax", part, "expression"),
    };

    private Expression? Operation(JsonPart part, JsonPart name, JsonPart given)
    {
        if (CqlOperator.Find(name.Text) is not { } known)
        {
            return Fail("filter-function-unknown", name);
        }

        if (!known.Takes(given.Items.Count))
        {
            return Fail("filter-argument-count", given, $"{known.Arguments}");
        }

        List<Expression> arguments = [];
        foreach (var (index, item) in given.Items.Index())
        {
            var isArray = known.Kind == OperatorKind.Array || (known.Kind == OperatorKind.In && index == 1);
            var argument = isArray && item.Type == JsonTokenType.StartArray ? Array(item, known) : Value(item);
            if (argument is null)
            {
                return null;
            }

            arguments.Add(argument);
        }

        return known.Kind == OperatorKind.In && arguments[1] is not ArrayLiteral { Items.Count: > 0 }
            ? Fail("filter-argument-count", given)
            : Accept(new Operation(known, arguments), part);
    }

    private Expression? Array(JsonPart part, CqlOperator owner)
    {
        List<Expression> items = [];
        foreach (var item in part.Items)
        {
            if (Value(item) is not { } value)
            {
                return null;
            }

            // As in the text, where a parenthesis within an array would be another array.
            if (owner.Kind == OperatorKind.Array && value is Operation { Operator.Kind: not OperatorKind.Folding })
            {
                return Fail("filter-syntax", item, "array element");
            }

            items.Add(value);
        }

        return Accept(new ArrayLiteral(items), part);
    }

    private Expression? Interval(JsonPart part, IReadOnlyList<JsonPart> ends)
    {
        if (ends.Count != 2)
        {
            return Fail("filter-interval-invalid", part);
        }

        return End(ends[0]) is { } from && End(ends[1]) is { } to
            ? IntervalRule.Check(from, to) is { } code ? Fail(code, part) : Accept(new IntervalLiteral(from, to), part)
            : null;
    }

    private Expression? End(JsonPart part)
    {
        var end = part.Type == JsonTokenType.String ? Instants.TryEnd(part.Text)
            : part.Members.Count == 1 && part.Find("property") is { Type: JsonTokenType.String } name ? new PropertyName(name.Text)
            : null;
        return end is null ? Fail("filter-interval-invalid", part) : Accept(end, part);
    }

    private Expression? Bbox(JsonPart part, IReadOnlyList<JsonPart> numbers) =>
        numbers.All(number => number.Number is not null) && Shapes.Bbox([.. numbers.Select(number => number.Number!.Value)]) is { } box
            ? Accept(box, part)
            : Fail("filter-bbox-invalid", part);

    private Expression? Accept(Expression read, JsonPart part)
    {
        if (++nodes > limits.Nodes)
        {
            return Fail("filter-too-many-parts", part, limits.Nodes.ToString(CultureInfo.InvariantCulture));
        }

        return read.Depth > limits.Depth
            ? Fail("filter-too-deep", part, limits.Depth.ToString(CultureInfo.InvariantCulture))
            : read with { Place = new Place(part.Offset) };
    }

    private Expression? Fail(string code, JsonPart part, string? expected = null)
    {
        failure ??= FilterError.At(source, part.Offset, code, part.Text, expected);
        return null;
    }
}
