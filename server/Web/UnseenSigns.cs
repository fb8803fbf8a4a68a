namespace SpatialPlan.Server.Web;

/// <summary>
/// Signs that nobody sees and nobody means to write: controls, U+FFFE and U+FFFF, which are no characters (Unicode, 23.7) and no XML,
/// and those that turn the direction of what follows (Unicode, UAX 9: a name that has one is read as another).
/// </summary>
public static class UnseenSigns
{
    /// <param name="text">As it was written.</param>
    /// <param name="isLine">Whether it is one line: then it has neither an end of one nor a tab.</param>
    public static bool In(string text, bool isLine) => text.Any(sign => sign switch
    {
        '\n' or '\r' or '\t' or '\u2028' or '\u2029' => isLine,
        '\uFFFE' or '\uFFFF' or (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069') => true,
        _ => char.IsControl(sign),
    });
}
