using System.Text.RegularExpressions;
using SpatialPlan.Server.Tests.PlanText;
using Xunit;

namespace SpatialPlan.Server.Tests.GisData;

/// <summary>With the text of the plan: what the two files say stands in the paragraphs they cite, and nothing is copied.</summary>
public sealed partial class ContradictionsDocumentTests
{
    // A run of so many Chinese characters would be a sentence of the plan.
    private const int Sentence = 30;

    [Fact]
    public void The_words_of_every_side_stand_in_its_paragraph()
    {
        ThePlan.Document();
        Assert.All(ContradictionsFiles.Contradictions.SelectMany(entry => entry.Sides), side =>
            Assert.Contains(Bare(side.Words), Bare(ThePlan.Paragraph(side.Paragraph).Text)));
    }

    [Fact]
    public void Every_name_of_the_panorama_stands_in_its_paragraph()
    {
        ThePlan.Document();
        Assert.All(ContradictionsFiles.IndustryNames, name =>
            Assert.Contains(Bare(name.Name), Bare(ThePlan.Paragraph(name.Paragraph).Text)));
    }

    [Theory]
    [InlineData("upstream", "上游")]
    [InlineData("downstream", "下游")]
    public void A_product_has_a_stage_only_where_the_text_says_so(string stage, string word)
    {
        ThePlan.Document();
        var staged = ContradictionsFiles.IndustryNames
            .Where(name => name.List == "products" && name.Entry.GetProperty("stage").GetString() == stage).ToList();
        Assert.NotEmpty(staged);
        Assert.All(staged, product => Assert.Contains(word, ThePlan.Paragraph(product.Paragraph).Text));
    }

    [Theory]
    [InlineData("contradictions")]
    [InlineData("industries")]
    public void No_sentence_of_the_plan_is_copied(string file)
    {
        var plan = string.Concat(ThePlan.Document().Paragraphs.Select(paragraph => Bare(paragraph.Text)));
        var written = File.ReadAllText(Path.Combine(ContradictionsFiles.Package, file + ".json"));
        Assert.All(Strings().Matches(written), text =>
        {
            var bare = Bare(text.Value.Trim('"'));
            Assert.All(
                Enumerable.Range(0, Math.Max(0, bare.Length - Sentence + 1)),
                start => Assert.DoesNotContain(bare.Substring(start, Sentence), plan));
        });
    }

    // The extraction puts spaces beside digits; they are no part of the words.
    private static string Bare(string text) => string.Concat(text.Where(letter => !char.IsWhiteSpace(letter)));

    [GeneratedRegex("\"[^\"]*\"")]
    private static partial Regex Strings();
}
