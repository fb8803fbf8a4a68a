namespace SpatialPlan.Server.PlanText;

/// <summary>Numbers of headings, 一 to 九十九.</summary>
public static class ChineseNumeral
{
    private const string Digits = "一二三四五六七八九";

    /// <returns>Null when the text is not such a number.</returns>
    public static int? Parse(ReadOnlySpan<char> text)
    {
        var ten = text.IndexOf('十');
        if (ten < 0)
        {
            return text.Length == 1 ? Digit(text) : null;
        }

        var tens = ten == 0 ? 1 : Digit(text[..ten]);
        var units = ten == text.Length - 1 ? 0 : Digit(text[(ten + 1)..]);
        return tens * 10 + units;
    }

    private static int? Digit(ReadOnlySpan<char> text) =>
        text.Length == 1 && Digits.IndexOf(text[0], StringComparison.Ordinal) is >= 0 and var at ? at + 1 : null;
}
