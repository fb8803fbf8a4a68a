namespace SpatialPlan.Server.Pages;

/// <summary>A colour, 0 to 255 each.</summary>
public readonly record struct Colour(byte Red, byte Green, byte Blue);

/// <summary>A picture of pixels on which areas and lines are drawn with smooth edges.</summary>
public sealed class Raster
{
    private const int Colours = 3;

    /// <summary>Lines of samples in a row of pixels.</summary>
    private const int Samples = 4;

    private readonly byte[] pixels;

    public Raster(int width, int height, Colour ground)
    {
        (Width, Height, pixels) = (width, height, new byte[width * height * Colours]);
        for (var at = 0; at < pixels.Length; at += Colours)
        {
            (pixels[at], pixels[at + 1], pixels[at + 2]) = (ground.Red, ground.Green, ground.Blue);
        }
    }

    public int Width { get; }

    public int Height { get; }

    public byte[] ToPng() => Png.Encode(pixels, Width, Height);

    /// <summary>Fills what is within an odd number of the rings.</summary>
    public void Fill(IReadOnlyList<IReadOnlyList<(double X, double Y)>> rings, Colour colour, double opacity = 1)
    {
        var cover = new double[Width];
        var crossings = new List<double>();
        for (var row = 0; row < Height; row++)
        {
            Array.Clear(cover);
            for (var sample = 0; sample < Samples; sample++)
            {
                Cross(rings, row + ((sample + 0.5) / Samples), crossings);
                for (var pair = 0; pair + 1 < crossings.Count; pair += 2)
                {
                    Cover(cover, crossings[pair], crossings[pair + 1]);
                }
            }

            for (var column = 0; column < Width; column++)
            {
                Blend(column, row, colour, opacity * cover[column] / Samples);
            }
        }
    }

    /// <summary>Draws along the points; a pixel is covered by how near it is to the nearest piece.</summary>
    public void Stroke(IReadOnlyList<IReadOnlyList<(double X, double Y)>> lines, double thickness, Colour colour)
    {
        var cover = new double[Width * Height];
        foreach (var line in lines)
        {
            for (var place = 0; place + 1 < line.Count; place++)
            {
                Near(cover, line[place], line[place + 1], thickness / 2);
            }
        }

        for (var at = 0; at < cover.Length; at++)
        {
            Blend(at % Width, at / Width, colour, cover[at]);
        }
    }

    /// <summary>Where a level crosses the rings, from the left.</summary>
    private static void Cross(IReadOnlyList<IReadOnlyList<(double X, double Y)>> rings, double level, List<double> crossings)
    {
        crossings.Clear();
        foreach (var ring in rings)
        {
            for (var place = 0; place < ring.Count; place++)
            {
                var (from, to) = (ring[place], ring[(place + 1) % ring.Count]);
                if (from.Y <= level != to.Y <= level)
                {
                    crossings.Add(from.X + ((level - from.Y) / (to.Y - from.Y) * (to.X - from.X)));
                }
            }
        }

        crossings.Sort();
    }

    private void Cover(double[] cover, double left, double right)
    {
        (left, right) = (Math.Clamp(left, 0, Width), Math.Clamp(right, 0, Width));
        for (var column = (int)left; column < Width && column < right; column++)
        {
            cover[column] += Math.Min(right, column + 1) - Math.Max(left, column);
        }
    }

    private void Near(double[] cover, (double X, double Y) from, (double X, double Y) to, double reach)
    {
        var (right, down) = (to.X - from.X, to.Y - from.Y);
        var length = (right * right) + (down * down);
        int Column(double x) => (int)Math.Clamp(x, 0, Width - 1);
        int Row(double y) => (int)Math.Clamp(y, 0, Height - 1);
        for (var row = Row(Math.Min(from.Y, to.Y) - reach - 1); row <= Row(Math.Max(from.Y, to.Y) + reach + 1); row++)
        {
            for (var column = Column(Math.Min(from.X, to.X) - reach - 1); column <= Column(Math.Max(from.X, to.X) + reach + 1); column++)
            {
                var (x, y) = (column + 0.5 - from.X, row + 0.5 - from.Y);
                var along = length == 0 ? 0 : Math.Clamp(((x * right) + (y * down)) / length, 0, 1);
                var apart = Math.Sqrt(Math.Pow(x - (along * right), 2) + Math.Pow(y - (along * down), 2));
                var at = (row * Width) + column;
                cover[at] = Math.Max(cover[at], Math.Clamp(reach + 0.5 - apart, 0, 1));
            }
        }
    }

    private void Blend(int column, int row, Colour colour, double share)
    {
        if (share <= 0)
        {
            return;
        }

        var at = ((row * Width) + column) * Colours;
        byte Mix(byte below, byte above) => (byte)Math.Round(below + ((above - below) * Math.Min(1, share)));
        (pixels[at], pixels[at + 1], pixels[at + 2]) = (Mix(pixels[at], colour.Red), Mix(pixels[at + 1], colour.Green), Mix(pixels[at + 2], colour.Blue));
    }
}
