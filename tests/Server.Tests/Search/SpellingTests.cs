using CsCheck;
using SpatialPlan.Server.Search;
using Xunit;

namespace SpatialPlan.Server.Tests.Search;

public sealed class SpellingTests
{
    private static readonly Gen<string> Word = Gen.String[Gen.Char['a', 'd'], 1, 8];

    [Theory]
    [InlineData("liaohe", "liaohe", 0)]
    [InlineData("liaohr", "liaohe", 1)]
    [InlineData("liaohe", "oldliaohenewtown", 0)]
    [InlineData("laohe", "oldliaohenewtown", 1)]
    [InlineData("abc", "xyz", 3)]
    public void The_nearest_stretch_counts(string typed, string name, int distance) => Assert.Equal(distance, Spelling.Distance(typed, name, 3));

    [Fact]
    public void It_is_never_further_than_from_the_whole_name() => Gen.Select(Word, Word).Sample((typed, name) =>
        Spelling.Distance(typed, name, 8) <= Levenshtein(typed, name));

    [Fact]
    public void It_is_as_far_as_from_the_best_of_all_stretches() => Gen.Select(Word, Word).Sample((typed, name) =>
        Spelling.Distance(typed, name, 8) == Stretches(name).Min(stretch => Levenshtein(typed, stretch)));

    private static IEnumerable<string> Stretches(string name) =>
        from start in Enumerable.Range(0, name.Length + 1)
        from length in Enumerable.Range(0, name.Length - start + 1)
        select name.Substring(start, length);

    private static int Levenshtein(string one, string other) =>
        one.Length == 0 ? other.Length
        : other.Length == 0 ? one.Length
        : Table(one, other)[one.Length, other.Length];

    private static int[,] Table(string one, string other)
    {
        var table = new int[one.Length + 1, other.Length + 1];
        for (var row = 0; row <= one.Length; row++)
        {
            for (var column = 0; column <= other.Length; column++)
            {
                table[row, column] = row == 0 ? column
                    : column == 0 ? row
                    : Math.Min(table[row - 1, column - 1] + (one[row - 1] == other[column - 1] ? 0 : 1), 1 + Math.Min(table[row - 1, column], table[row, column - 1]));
            }
        }

        return table;
    }
}
