namespace SpatialPlan.Server.Search;

/// <summary>How an entry was found, and how good that is: less is better.</summary>
public readonly record struct Hit(int Score, string How, FieldKind Kind, Find Find)
{
    public static readonly Hit None = new(int.MaxValue, "", FieldKind.Sentence, default);
}

/// <summary>The order of the ranking: exact, prefix, inside, alias, code, pinyin, initials.</summary>
public static class Ranking
{
    private const int Exact = 0;
    private const int Prefix = 10;
    private const int Inside = 20;
    private const int Alias = 30;
    private const int Code = 40;
    private const int Pinyin = 50;
    private const int Initials = 60;

    /// <summary>Two letters stand inside many an English word, of a name or a code, and mean the initials of a Chinese one.</summary>
    private const int InsideWord = 70;

    public static bool IsInsideWord(Hit hit) => hit.Score == InsideWord;

    public static Hit Literal(SearchText searched, Find find)
    {
        var kind = searched.Fields[find.Field].Kind;
        var isWhole = find.Start == 0 && find.End == searched.LengthOf(find.Field);
        var score = kind switch
        {
            _ when isWhole => Exact + (int)kind,
            FieldKind.NameEn or FieldKind.Code when !BeginsWord(searched, find) => InsideWord,
            FieldKind.NameZh or FieldKind.NameEn => (find.Start == 0 ? Prefix : Inside) + (int)kind,
            FieldKind.Alias => Alias + Position(find),
            FieldKind.Code => Code + Position(find),
            _ => Exact,
        };
        return new Hit(score, How(kind), kind, find);
    }

    public static Hit Read(SearchText searched, Find find) => Sound(searched, find, Pinyin, "pinyin");

    public static Hit Initial(SearchText searched, Find find) => Sound(searched, find, Initials, "initials");

    private static Hit Sound(SearchText searched, Find find, int score, string how)
    {
        var kind = searched.Fields[find.Field].Kind;
        var isWhole = find.Start == 0 && find.End == searched.LengthOf(find.Field);
        return new Hit(score + (isWhole ? 0 : 1 + Position(find)) + (kind == FieldKind.Alias ? 4 : 0), how, kind, find);
    }

    private static int Position(Find find) => find.Start == 0 ? 0 : 1;

    private static string How(FieldKind kind) => kind switch
    {
        FieldKind.NameZh or FieldKind.NameEn => "name",
        FieldKind.Alias => "alias",
        FieldKind.Code => "code",
        _ => "text",
    };

    /// <summary>Words of English and of codes stand apart in what is written, not in what is compared.</summary>
    private static bool BeginsWord(SearchText searched, Find find)
    {
        var (start, _) = Marks.Of(searched.Fields[find.Field].Written, find);
        return start == 0 || !char.IsLetterOrDigit(searched.Fields[find.Field].Written[start - 1]);
    }
}
