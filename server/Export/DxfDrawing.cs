using System.Globalization;
using System.Text;
using SpatialPlan.Server.Geo;

namespace SpatialPlan.Server.Export;

/// <summary>
/// What GDAL leaves to be done in a drawing. Names become TEXT, where GDAL writes MTEXT that it escapes and cuts in a way
/// that other programs do not read; the units are those of the coordinates, and a program opens the drawing where it lies
/// (reference: AutoCAD DXF). A drawing is pairs of lines, a code and its value; an entity, a table's record too, begins
/// with code 0, a variable of the head with code 9.
/// </summary>
public sealed class DxfDrawing
{
    private const string Entity = "0";
    private const string Content = "1";
    private const string Variable = "9";
    private const string Subclass = "100";
    private const string Metres = "6";
    private const string NoUnits = "0";

    /// <summary>What a window shows beside the drawing.</summary>
    private const double Margin = 1.1;

    private readonly TextReader names;
    private readonly bool isGeographic;
    private readonly Dictionary<string, double> extent = [];
    private string variable = "";
    private string entity = "";
    private long texts;

    private DxfDrawing(TextReader names, bool isGeographic) => (this.names, this.isGeographic) = (names, isGeographic);

    /// <summary>Finishes the file that GDAL wrote, whose n-th label is the number n.</summary>
    /// <param name="path">The drawing.</param>
    /// <param name="namesPath">The text of each label, one a line (<see cref="DxfText.Of"/>).</param>
    /// <param name="crs">What the coordinates are in.</param>
    /// <param name="cancel">Stops it.</param>
    /// <returns>How many names it has.</returns>
    /// <exception cref="InvalidDataException">A label is not the next one.</exception>
    public static async Task<long> Finish(string path, string namesPath, CrsDefinition crs, CancellationToken cancel)
    {
        var written = path + ".part";
        using var names = new StreamReader(namesPath);
        var drawing = new DxfDrawing(names, crs.IsGeographic);
        using (var reader = new StreamReader(path, Encoding.Latin1))
        await using (var writer = new StreamWriter(written, append: false, DxfText.Gbk) { NewLine = "\n" })
        {
            while (await reader.ReadLineAsync(cancel) is { } code && await reader.ReadLineAsync(cancel) is { } value)
            {
                var name = code.Trim();
                if (name == Entity)
                {
                    // A TEXT has its subclass twice, the second time for how it is aligned.
                    await (drawing.entity == "MTEXT" ? writer.WriteAsync("100\nAcDbText\n") : Task.CompletedTask);
                    drawing.entity = value;
                }

                await writer.WriteLineAsync(code);
                await writer.WriteLineAsync(drawing.Value(name, value));
            }
        }

        File.Move(written, path, overwrite: true);
        return drawing.texts;
    }

    private string Value(string code, string value)
    {
        if (code == Variable)
        {
            return variable = value;
        }

        return entity switch
        {
            "SECTION" => Head(code, value),
            "VPORT" => View(code, value),
            "MTEXT" => code switch
            {
                Entity => "TEXT",
                Subclass when value == "AcDbMText" => "AcDbText",
                Content => Name(value),
                _ => value,
            },
            _ => value,
        };
    }

    /// <summary>The variables that tell how the drawing is meant; GDAL knows its extent.</summary>
    private string Head(string code, string value)
    {
        if (variable is "$EXTMIN" or "$EXTMAX")
        {
            extent[variable + code] = double.Parse(value, CultureInfo.InvariantCulture);
        }

        return (variable, code) switch
        {
            ("$DWGCODEPAGE", "3") => DxfText.CodePage,
            ("$INSUNITS", "70") => isGeographic ? NoUnits : Metres,
            ("$MEASUREMENT", "70") => "1",
            ("$LIMMIN", "10" or "20") => Write(extent["$EXTMIN" + code]),
            ("$LIMMAX", "10" or "20") => Write(extent["$EXTMAX" + code]),
            _ => value,
        };
    }

    /// <summary>The active window: its centre, height, and width in heights.</summary>
    private string View(string code, string value)
    {
        var (width, height) = (Math.Max(Size("10"), Smallest), Math.Max(Size("20"), Smallest));
        const double Aspect = 1.5;
        return code switch
        {
            "12" => Write(Middle("10")),
            "22" => Write(Middle("20")),
            "40" => Write(Margin * Math.Max(height, width / Aspect)),
            "41" => Write(Aspect),
            _ => value,
        };
    }

    private double Smallest => isGeographic ? 0.01 : 1000;

    private double Size(string axis) => extent["$EXTMAX" + axis] - extent["$EXTMIN" + axis];

    private double Middle(string axis) => (extent["$EXTMAX" + axis] + extent["$EXTMIN" + axis]) / 2;

    private string Name(string label)
    {
        if (label != (++texts).ToString(CultureInfo.InvariantCulture) || names.ReadLine() is not { } name)
        {
            throw new InvalidDataException($"The label {label} of the drawing stands where {texts} was expected");
        }

        return name;
    }

    private static string Write(double number) => number.ToString("R", CultureInfo.InvariantCulture);
}
