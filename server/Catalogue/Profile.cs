namespace SpatialPlan.Server.Catalogue;

/// <summary>What a reader should know first of a feature, a chain or a cluster, in our own words; of some only what they are called.</summary>
/// <param name="Kind"><c>feature</c>, or the vocabulary that has the code.</param>
/// <param name="Code">The code of the feature or term.</param>
/// <param name="NameJa">The name of a feature in Japanese; null where it has none.</param>
/// <param name="NameKo">The same in Korean.</param>
/// <param name="SummaryZh">A sentence or two; null where nobody wrote one.</param>
/// <param name="SummaryEn">The same in English, there whenever the Chinese is.</param>
/// <param name="SummaryJa">The same in Japanese; null where it is missing.</param>
/// <param name="SummaryKo">The same in Korean.</param>
/// <param name="Paragraph">Where the plan says what the summary says, there whenever the summary is.</param>
public sealed record Profile(
    string Kind, string Code, string? NameJa, string? NameKo, string? SummaryZh, string? SummaryEn, string? SummaryJa, string? SummaryKo, string? Paragraph)
{
    public const string Feature = "feature";

    /// <summary>The names of a feature beyond those that it has itself.</summary>
    public IEnumerable<string> OtherNames => new[] { NameJa, NameKo }.OfType<string>();
}
