using System.Globalization;
using CsCheck;
using SpatialPlan.Server.Geo;
using Xunit;

namespace SpatialPlan.Server.Tests.Geo;

public sealed class BboxTests
{
    private static readonly Gen<(double West, double South, double East, double North)> Boxes =
        from west in Gen.Double[-180, 180]
        from east in Gen.Double[-180, 180]
        from south in Gen.Double[-90, 90]
        from height in Gen.Double[0, 1]
        select (west, south, east, Math.Min(90, south + (height * (90 - south))));

    [Fact]
    public void What_is_written_is_read_back() => Boxes.Sample(box =>
    {
        var text = string.Create(CultureInfo.InvariantCulture, $"{box.West:R},{box.South:R},{box.East:R},{box.North:R}");
        return Bbox.TryParse(text, out var read) is null && (read!.West, read.South, read.East, read.North) == box;
    });

    [Fact]
    public void Heights_do_not_matter() => Boxes.Sample(box =>
    {
        var text = string.Create(CultureInfo.InvariantCulture, $"{box.West:R},{box.South:R},-5,{box.East:R},{box.North:R},9000");
        return Bbox.TryParse(text, out var read) is null && (read!.West, read.South, read.East, read.North) == box;
    });

    [Fact]
    public void Parts_never_cross_the_meridian_and_cover_the_box() => Boxes.Sample(box =>
    {
        var text = string.Create(CultureInfo.InvariantCulture, $"{box.West:R},{box.South:R},{box.East:R},{box.North:R}");
        Assert.Null(Bbox.TryParse(text, out var read));
        var width = box.West <= box.East ? box.East - box.West : 360 - (box.West - box.East);
        Assert.All(read!.Parts, part => Assert.True(part.West <= part.East));
        Assert.Equal(width, read.Parts.Sum(part => part.East - part.West), 1e-9);
    });

    [Fact]
    public void Any_text_gives_a_box_or_a_code_and_never_an_exception() =>
        Gen.String.Sample(text => Bbox.TryParse(text, out var read) is null == read is not null);

    [Fact]
    public void Swapped_axes_are_told_from_numbers_that_are_merely_wrong()
    {
        Assert.Equal("bbox-axes-swapped", Bbox.TryParse("35.3,116.5,35.6,116.9", out _));
        Assert.Equal("bbox-out-of-range", Bbox.TryParse("12979852,4218373,12979900,4218400", out _));
    }
}
