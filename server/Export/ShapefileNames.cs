using System.Globalization;

namespace SpatialPlan.Server.Export;

/// <summary>Ten bytes are what dBASE has for the name of a field: names are cut, and stay different.</summary>
public static class ShapefileNames
{
    private const int Longest = 10;

    public static IReadOnlyList<string> Of(IEnumerable<string> names)
    {
        var taken = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        return [.. names.Select(name => Cut(name, taken))];
    }

    private static string Cut(string name, HashSet<string> taken)
    {
        var cut = name[..Math.Min(name.Length, Longest)];
        for (var number = 1; !taken.Add(cut); number++)
        {
            var end = string.Create(CultureInfo.InvariantCulture, $"_{number}");
            cut = name[..Math.Min(name.Length, Longest - end.Length)] + end;
        }

        return cut;
    }
}
