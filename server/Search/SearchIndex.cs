using SpatialPlan.Server.Catalogue;
using SpatialPlan.Server.Database;

namespace SpatialPlan.Server.Search;

/// <summary>A feature as search knows it.</summary>
public sealed record SearchFeature(string Collection, string Code, string NameZh, string NameEn, IReadOnlyList<string> Aliases, IReadOnlyList<string> OtherCodes, string Placement);

/// <summary>
/// A term one can filter by, a collection, a policy (parent is its kind), or a heading of the plan (part, chapter, box), which
/// opens in its text. Aliases are other words that find it.
/// </summary>
public sealed record SearchTerm(string Vocabulary, string Code, string Zh, string En, string? Parent, params IReadOnlyList<string> Aliases);

/// <summary>A sentence of the plan with its place.</summary>
public sealed record SearchSentence(string Paragraph, int? Chapter, string? Box, int? Item, int Page, int Start, string Text);

/// <summary>Everything that can be found, as it stood at one revision. It never changes: a new one takes its place.</summary>
public sealed class SearchIndex
{
    public SearchIndex(PlanRevision revision, IReadOnlyList<SearchFeature> features, IReadOnlyList<SearchTerm> terms, IReadOnlyList<SearchSentence> sentences, PinyinTable pinyin, SimplifiedTable simplified)
    {
        Revision = revision;
        Features = features;
        Terms = terms;
        Sentences = sentences;
        Pinyin = pinyin;
        Simplified = simplified;
        FeatureTexts = new SearchText([.. features.SelectMany((feature, entry) => FieldsOf(feature, entry)).Where(field => Folding.Of(field.Written).Length > 0)], simplified);
        TermTexts = new SearchText([.. terms.SelectMany((term, entry) => FieldsOf(term, entry)).Where(field => Folding.Of(field.Written).Length > 0)], simplified);
        SentenceTexts = new SearchText([.. sentences.Select((sentence, entry) => new SearchField(entry, FieldKind.Sentence, sentence.Text))], simplified);
    }

    public PlanRevision Revision { get; }

    public IReadOnlyList<SearchFeature> Features { get; }

    public IReadOnlyList<SearchTerm> Terms { get; }

    public IReadOnlyList<SearchSentence> Sentences { get; }

    public PinyinTable Pinyin { get; }

    public SimplifiedTable Simplified { get; }

    /// <summary>Collections that have more features than are held here.</summary>
    public IReadOnlyList<CollectionDefinition> Beyond { get; init; } = [];

    public SearchText FeatureTexts { get; }

    public SearchText TermTexts { get; }

    public SearchText SentenceTexts { get; }

    private static IEnumerable<SearchField> FieldsOf(SearchFeature feature, int entry) =>
    [
        new(entry, FieldKind.NameZh, feature.NameZh),
        new(entry, FieldKind.NameEn, feature.NameEn),
        .. feature.Aliases.Select(alias => new SearchField(entry, FieldKind.Alias, alias)),
        new(entry, FieldKind.Code, feature.Code),
        .. feature.OtherCodes.Select(code => new SearchField(entry, FieldKind.Code, code)),
    ];

    private static IEnumerable<SearchField> FieldsOf(SearchTerm term, int entry) =>
    [
        new(entry, FieldKind.NameZh, term.Zh),
        new(entry, FieldKind.NameEn, term.En),
        .. term.Aliases.Select(alias => new SearchField(entry, FieldKind.Alias, alias)),
        new(entry, FieldKind.Code, term.Code),
    ];
}
