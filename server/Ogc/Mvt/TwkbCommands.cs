namespace SpatialPlan.Server.Ogc.Mvt;

/// <summary>
/// Tiny WKB (https://github.com/TWKB/Specification) as the drawing commands of a vector tile. Both write a place as the
/// way from the one before, zigzag, so that the numbers of points and lines are taken over as they are.
/// </summary>
public static class TwkbCommands
{
    private const int Point = 1;
    private const int LineString = 2;
    private const int Polygon = 3;
    private const int MultiPoint = 4;
    private const int MultiLineString = 5;
    private const int MultiPolygon = 6;

    private const int HeaderBytes = 2;

    private const ulong MoveTo = 1;
    private const ulong LineTo = 2;
    private const ulong ClosePath = 15;

    /// <summary>Writes the commands and gives the type of the feature (1 point, 2 line, 3 area) and how many bytes were read.</summary>
    /// <param name="twkb">Begins with a geometry without decimals, sizes, boxes and ids, which is not empty.</param>
    /// <param name="commands">Where they are written.</param>
    public static (int Type, int Length) Write(ReadOnlySpan<byte> twkb, ProtoWriter commands)
    {
        var type = twkb[0] & 15;
        if (twkb[0] >> 4 != 0 || twkb[1] != 0)
        {
            throw new FormatException($"A geometry of a tile comes with TWKB options {twkb[0] >> 4}, {twkb[1]}.");
        }

        var input = new Input(twkb[HeaderBytes..]);
        var drawn = Draw(type, ref input, commands);
        return (drawn, HeaderBytes + input.At);
    }

    private static int Draw(int type, ref Input input, ProtoWriter commands)
    {
        switch (type)
        {
            case Point:
                Points(1, ref input, commands);
                return 1;
            case MultiPoint:
                Points(input.Number(), ref input, commands);
                return 1;
            case LineString:
                Line(ref input, commands);
                return 2;
            case MultiLineString:
                for (var left = input.Number(); left > 0; left--)
                {
                    Line(ref input, commands);
                }

                return 2;
            case Polygon:
                Rings(input.Number(), new Cursor(), ref input, commands);
                return 3;
            case MultiPolygon:
                var cursor = new Cursor();
                for (var left = input.Number(); left > 0; left--)
                {
                    cursor = Rings(input.Number(), cursor, ref input, commands);
                }

                return 3;
            default:
                throw new FormatException($"A geometry of a tile is of TWKB type {type}.");
        }
    }

    private static void Points(ulong number, ref Input input, ProtoWriter commands)
    {
        commands.Varint((number << 3) | MoveTo);
        commands.Raw(input.Places(number));
    }

    private static void Line(ref Input input, ProtoWriter commands)
    {
        var number = input.Number();
        commands.Varint((1 << 3) | MoveTo);
        commands.Raw(input.Places(1));
        commands.Varint(((number - 1) << 3) | LineTo);
        commands.Raw(input.Places(number - 1));
    }

    /// <summary>A ring of a tile does not repeat its first point, so that the next ring starts its way one point earlier.</summary>
    private static Cursor Rings(ulong rings, Cursor cursor, ref Input input, ProtoWriter commands)
    {
        for (; rings > 0; rings--)
        {
            var number = input.Number();
            commands.Varint((1 << 3) | MoveTo);
            commands.ZigZag(cursor.X + input.ZigZag());
            commands.ZigZag(cursor.Y + input.ZigZag());
            commands.Varint(((number - 2) << 3) | LineTo);
            commands.Raw(input.Places(number - 2));
            commands.Varint(ClosePath);
            cursor = new Cursor(input.ZigZag(), input.ZigZag());
        }

        return cursor;
    }

    /// <summary>How far the place of the one format is ahead of that of the other.</summary>
    private readonly record struct Cursor(long X, long Y);

    private ref struct Input(ReadOnlySpan<byte> bytes)
    {
        private readonly ReadOnlySpan<byte> bytes = bytes;
        private int at;

        public readonly int At => at;

        public ulong Number()
        {
            var (number, shift) = (0UL, 0);
            while (true)
            {
                var next = bytes[at++];
                number |= (ulong)(next & 0x7F) << shift;
                if (next < 0x80)
                {
                    return number;
                }

                shift += 7;
            }
        }

        public long ZigZag()
        {
            var number = Number();
            return (long)(number >> 1) ^ -(long)(number & 1);
        }

        /// <summary>The bytes of some places, two numbers each.</summary>
        public ReadOnlySpan<byte> Places(ulong number)
        {
            var from = at;
            for (var left = 2 * number; left > 0; at++)
            {
                left -= bytes[at] < 0x80 ? 1UL : 0;
            }

            return bytes[from..at];
        }
    }
}
