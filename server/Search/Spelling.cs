namespace SpatialPlan.Server.Search;

/// <summary>How many letters apart what was typed is from the nearest stretch of a name (Levenshtein; Sellers 1980 for stretches).</summary>
public static class Spelling
{
    /// <returns>More than <paramref name="most"/> when it is further away than that.</returns>
    public static int Distance(string typed, string name, int most)
    {
        if (name.Length + most < typed.Length)
        {
            return most + 1;
        }

        // A stretch may begin and end anywhere in the name, so leaving out its beginning or end costs nothing.
        var above = new int[name.Length + 1];
        var row = new int[name.Length + 1];
        for (var letter = 1; letter <= typed.Length; letter++)
        {
            row[0] = letter;
            var least = letter;
            for (var at = 1; at <= name.Length; at++)
            {
                var changed = above[at - 1] + (typed[letter - 1] == name[at - 1] ? 0 : 1);
                row[at] = Math.Min(changed, Math.Min(above[at], row[at - 1]) + 1);
                least = Math.Min(least, row[at]);
            }

            if (least > most)
            {
                return most + 1;
            }

            (above, row) = (row, above);
        }

        return above.Min();
    }
}
