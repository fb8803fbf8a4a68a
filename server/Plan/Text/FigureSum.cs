namespace SpatialPlan.Server.Plan.Text;

/// <summary>A total that the plan does not print: the areas of a paragraph that add up to it.</summary>
public static class FigureSum
{
    /// <summary>More areas in one paragraph are a table, where some of them add up to anything.</summary>
    private const int MostAreas = 12;

    /// <summary>The stretch from the first to the last of the fewest areas whose sum is the value; null when none are.</summary>
    public static (int Start, int End)? Find(string text, decimal value, string? unit)
    {
        var areas = unit == "m2" ? StatedFigure.In(text).Where(figure => figure.IsArea).Take(MostAreas).ToList() : [];
        var best = 0;
        for (var chosen = 1; chosen < 1 << areas.Count; chosen++)
        {
            if ((best == 0 || int.PopCount(chosen) < int.PopCount(best)) && Sum(areas, chosen) == value)
            {
                best = chosen;
            }
        }

        return best == 0 ? null : Stretch(areas, best);
    }

    private static decimal Sum(List<StatedFigure> areas, int chosen) =>
        areas.Where((_, place) => (chosen & (1 << place)) != 0).Sum(area => area.InSquareMetres);

    private static (int Start, int End) Stretch(List<StatedFigure> areas, int chosen)
    {
        var last = areas[int.Log2(chosen)];
        return (areas[int.TrailingZeroCount(chosen)].Start, last.Start + last.Length);
    }
}
