using CsCheck;
using SpatialPlan.Server.Cql2;
using Xunit;

namespace SpatialPlan.Server.Tests.Cql2;

/// <summary>What is written is read as what it was, in both encodings and from one to the other.</summary>
public class RoundTripTests
{
    // What is under test is the grammar; limits have tests of their own.
    private static readonly FilterLimits Wide = new(1_000_000, 4_000_000, 64, 100_000);

    [Fact]
    public void A_tree_written_as_text_is_read_as_the_same_tree() =>
        TreeGen.Tree.Sample(tree => AssertSame(tree, TextPrinter.Print(tree), FilterLanguage.Text), iter: 3_000);

    [Fact]
    public void A_tree_written_as_json_is_read_as_the_same_tree() =>
        TreeGen.Tree.Sample(tree => AssertSame(tree, JsonPrinter.Print(tree), FilterLanguage.Json), iter: 3_000);

    [Fact]
    public void Text_and_json_say_the_same() => TreeGen.Tree.Sample(
        tree =>
        {
            var fromText = Parse(TextPrinter.Print(tree), FilterLanguage.Text);
            var fromJson = Parse(JsonPrinter.Print(fromText), FilterLanguage.Json);
            Assert.Equal(TextPrinter.Print(tree), TextPrinter.Print(fromJson));
        },
        iter: 1_000);

    [Fact]
    public void Whatever_is_sent_ends_in_a_tree_or_in_an_error_with_its_place()
    {
        var pieces = TreeGen.Among(
            "name", "'a'", "1", "(", ")", ",", " AND ", " NOT ", "=", "<>", "IN (", "LIKE", "DATE(", "'2020-01-01'", "POINT(", "BBOX", "..",
            "INTERVAL(", "\"", "'", "\\", "\0", "\ud800", "{\"op\":", "\"args\":[", "]", "}", "-", "^", "1e999", "洸", "CASEI(", "A_CONTAINS(", "🙂");
        pieces.Array[0, 30].Select(string.Concat).Sample(
            text =>
            {
                foreach (var language in Enum.GetValues<FilterLanguage>())
                {
                    var read = Filter.Parse(text, language);
                    Assert.True(read.Succeeded || read.Error is { Code.Length: > 0, Line: > 0, Column: > 0 });
                    Assert.True(read.Succeeded || read.Error.Offset <= text.Length);
                }
            },
            iter: 20_000);
    }

    private static void AssertSame(Expression tree, string written, FilterLanguage language) => Assert.Equal(tree, Parse(written, language));

    private static Expression Parse(string written, FilterLanguage language)
    {
        var read = Filter.Parse(written, language, Wide);
        Assert.True(read.Succeeded, $"{read.Error}: {written}");
        return read.Value;
    }
}
