using System.Buffers.Binary;
using System.Globalization;
using System.Text;
using SpatialPlan.Server.Gdal;

namespace SpatialPlan.Server.Export;

/// <summary>
/// The features without a place, which GDAL leaves out of a FlatGeobuf though the format has room for them and GDAL
/// reads them (https://flatgeobuf.org: the geometry of a feature may be missing). They are kept beside while GDAL writes
/// the others without a spatial index, and put behind them.
/// </summary>
public sealed class FlatGeobufRest(JobFolder folder, IReadOnlyList<SourceField> fields) : IDisposable
{
    private const int MagicBytes = 8;
    private const int CountField = 8;
    private const int SizeBytes = sizeof(uint);

    private readonly FileStream file = File.Create(folder.File("unplaced.bin"));
    private ulong count;

    /// <summary>Keeps a row that has no geometry, and lets every row pass.</summary>
    public async IAsyncEnumerable<IReadOnlyDictionary<string, object?>> Keep(IAsyncEnumerable<IReadOnlyDictionary<string, object?>> rows)
    {
        await foreach (var row in rows)
        {
            if (row[SourceLayer.Geometry] is null)
            {
                file.Write(Feature(Properties(row)));
                JobFolder.Check(file.Position);
                count++;
            }

            yield return row;
        }
    }

    /// <summary>Puts what was kept behind what GDAL wrote.</summary>
    public async Task Append(string path, CancellationToken cancel)
    {
        await using var target = new FileStream(path, FileMode.Open, FileAccess.ReadWrite);
        AddToCount(target);
        target.Seek(0, SeekOrigin.End);
        file.Seek(0, SeekOrigin.Begin);
        await file.CopyToAsync(target, cancel);
    }

    public void Dispose() => file.Dispose();

    /// <summary>The header is a FlatBuffer; a count that is not written means "unknown", and readers then read to the end.</summary>
    private void AddToCount(FileStream target)
    {
        target.Seek(MagicBytes, SeekOrigin.Begin);
        var size = new byte[SizeBytes];
        target.ReadExactly(size);
        var header = new byte[BinaryPrimitives.ReadUInt32LittleEndian(size)];
        target.ReadExactly(header);
        var table = (int)BinaryPrimitives.ReadUInt32LittleEndian(header);
        var offsets = table - BinaryPrimitives.ReadInt32LittleEndian(header.AsSpan(table));
        var place = offsets + (2 * sizeof(ushort)) + (CountField * sizeof(ushort));
        var known = BinaryPrimitives.ReadUInt16LittleEndian(header.AsSpan(offsets)) > place - offsets ? BinaryPrimitives.ReadUInt16LittleEndian(header.AsSpan(place)) : 0;
        if (known == 0)
        {
            return;
        }

        var number = header.AsSpan(table + known, sizeof(ulong));
        BinaryPrimitives.WriteUInt64LittleEndian(number, BinaryPrimitives.ReadUInt64LittleEndian(number) + count);
        target.Seek(MagicBytes + SizeBytes, SeekOrigin.Begin);
        target.Write(header);
    }

    /// <summary>Each property: the number of its column and its value; what is null is left out.</summary>
    private byte[] Properties(IReadOnlyDictionary<string, object?> row)
    {
        using var bytes = new MemoryStream();
        using var writer = new BinaryWriter(bytes);
        for (var column = 0; column < fields.Count; column++)
        {
            if (row[fields[column].Source] is not { } value)
            {
                continue;
            }

            writer.Write((ushort)column);
            switch (fields[column].Kind)
            {
                case ColumnKind.Whole:
                    writer.Write(Convert.ToInt32(value, CultureInfo.InvariantCulture));
                    break;
                case ColumnKind.Number:
                    writer.Write(Convert.ToDouble(value, CultureInfo.InvariantCulture));
                    break;
                default:
                    var text = Encoding.UTF8.GetBytes(value.ToString()!);
                    writer.Write((uint)text.Length);
                    writer.Write(text);
                    break;
            }
        }

        return bytes.ToArray();
    }

    /// <summary>A FlatBuffer behind its size: a table with properties and nothing else, whose end is aligned to eight bytes.</summary>
    private static byte[] Feature(byte[] properties)
    {
        const ushort TableAt = 12;
        const ushort OffsetsBytes = 8;
        const int Alignment = 8;
        const int HeadBytes = 24;
        var length = ((SizeBytes + HeadBytes + properties.Length + Alignment - 1) / Alignment * Alignment) - SizeBytes;
        using var bytes = new MemoryStream(new byte[SizeBytes + length]);
        using var writer = new BinaryWriter(bytes);
        writer.Write((uint)length);
        writer.Write((uint)TableAt);

        // Where the table has its fields: no geometry, and properties behind its own first four bytes.
        writer.Write(OffsetsBytes);
        writer.Write((ushort)8);
        writer.Write((ushort)0);
        writer.Write((ushort)sizeof(int));
        writer.Write(TableAt - sizeof(uint));
        writer.Write((uint)sizeof(uint));
        writer.Write((uint)properties.Length);
        writer.Write(properties);
        return bytes.ToArray();
    }
}
