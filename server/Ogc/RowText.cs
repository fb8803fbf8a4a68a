using System.Buffers;
using Npgsql;

namespace SpatialPlan.Server.Ogc;

/// <summary>Text of PostgreSQL on its way out: the bytes are passed on, never made a string.</summary>
internal static class RowText
{
    public static byte[] Bytes(NpgsqlDataReader reader, int column)
    {
        using var text = reader.GetStream(column);
        var bytes = new byte[text.Length];
        text.ReadExactly(bytes);
        return bytes;
    }

    public static void Copy(NpgsqlDataReader reader, int column, IBufferWriter<byte> output)
    {
        using var text = reader.GetStream(column);
        for (var left = (int)text.Length; left > 0;)
        {
            // What the writer has at hand is filled first, however little it is.
            var room = output.GetSpan();
            var read = text.Read(room[..Math.Min(room.Length, left)]);
            output.Advance(read);
            left -= read;
        }
    }
}
