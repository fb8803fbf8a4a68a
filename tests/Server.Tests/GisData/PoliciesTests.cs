using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using SpatialPlan.Server.Tests.PlanText;
using Xunit;

namespace SpatialPlan.Server.Tests.GisData;

/// <summary>policies.json: sorted, every term in use, and every word and amount in the paragraph that is cited for it.</summary>
public sealed partial class PoliciesTests
{
    private const int OurOwnWords = 20;

    private static readonly IReadOnlyList<JsonElement> Policies =
        [.. FiguresReading.Read(Path.Combine(ContradictionsFiles.Package, "policies.json")).GetProperty("policies").EnumerateArray()];

    [Fact]
    public void Codes_are_unique_and_sorted()
    {
        var codes = Policies.Select(policy => Text(policy, "code")).ToList();
        Assert.Equal(codes.Order(StringComparer.Ordinal).Distinct(), codes);
    }

    [Fact]
    public void Every_kind_and_every_kind_of_investor_has_a_policy()
    {
        Assert.Equal(FiguresReading.Terms("policy-kind").Keys.Order(), Policies.Select(policy => Text(policy, "kind")).Distinct().Order());
        Assert.Equal(FiguresReading.Terms("investor-kind").Keys.Order(), Policies.SelectMany(policy => Codes(policy, "investor_kinds")).Distinct().Order());
    }

    [Fact]
    public void The_words_of_a_citation_stand_in_its_paragraph()
    {
        ThePlan.Document();
        Assert.All(Policies, policy => Assert.All(Citations(policy), citation =>
            Assert.True(Tight(Text(citation, "paragraph")).Contains(Text(citation, "words"), StringComparison.Ordinal), $"{Text(policy, "code")}: {citation}")));
    }

    [Fact]
    public void An_amount_stands_in_the_paragraph_that_is_cited_for_it()
    {
        ThePlan.Document();
        var stated = Policies.Where(policy => policy.GetProperty("amount").ValueKind == JsonValueKind.Object).ToList();
        Assert.NotEmpty(stated);
        Assert.All(stated, policy =>
        {
            var value = policy.GetProperty("amount").GetProperty("value").GetDecimal();
            var places = Citations(policy).Where(citation => citation.GetProperty("attribute").GetString() == "amount").Select(citation => Text(citation, "paragraph"));
            Assert.Contains(places, place => Figure().Matches(Tight(place)).Any(figure => Math.Abs(Value(figure) - value) < 1));
        });
    }

    [Fact]
    public void What_a_policy_says_is_in_our_own_words()
    {
        var plan = string.Concat(ThePlan.Document().Paragraphs.Select(paragraph => Blank().Replace(paragraph.Text, "")));
        Assert.All(Policies.Select(policy => Text(policy, "what_zh")), words =>
            Assert.DoesNotContain(Enumerable.Range(0, Math.Max(0, words.Length - OurOwnWords)), start => plan.Contains(words.Substring(start, OurOwnWords), StringComparison.Ordinal)));
    }

    private static decimal Value(Match figure) =>
        decimal.Parse(figure.Groups["number"].Value, CultureInfo.InvariantCulture)
        * figure.Groups["scale"].Value switch { "亿" => 100_000_000m, "万" => 10_000m, _ => 1 }
        * (figure.Groups["mu"].Success ? 10_000m / 15 : 1);

    private static List<JsonElement> Citations(JsonElement policy) => [.. policy.GetProperty("citations").EnumerateArray()];

    private static IEnumerable<string> Codes(JsonElement policy, string list) => policy.GetProperty(list).EnumerateArray().Select(code => code.GetString()!);

    private static string Tight(string paragraph) => Blank().Replace(ThePlan.Paragraph(paragraph).Text, "");

    private static string Text(JsonElement entry, string name) => entry.GetProperty(name).GetString()!;

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blank();

    [GeneratedRegex(@"(?<![\d.])(?<number>\d+(?:\.\d+)?)(?<scale>[万亿])?(?<mu>亩)?")]
    private static partial Regex Figure();
}
