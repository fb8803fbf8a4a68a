using System.Diagnostics.CodeAnalysis;

namespace SpatialPlan.Server.Cql2;

/// <summary>
/// Why a filter is refused: a code for programs, where (characters from the start; line and column from 1, as an editor
/// counts), what was there and what would have fitted.
/// </summary>
public sealed record FilterError(string Code, int Offset, int Line, int Column, string? Found = null, string? Expected = null)
{
    private const int LongestEcho = 40;

    public static FilterError At(string source, int offset, string code, string? found = null, string? expected = null)
    {
        offset = Math.Clamp(offset, 0, source.Length);
        var before = source.AsSpan(0, offset);
        var line = before.Count('\n') + 1;
        var column = offset - (before.LastIndexOf('\n') + 1) + 1;
        return new FilterError(code, offset, line, column, Shorten(found), expected);
    }

    private static string? Shorten(string? text) => text is { Length: > LongestEcho } ? text[..LongestEcho] : text;
}

/// <summary>What reading gave: a value, or the reason why there is none.</summary>
public readonly record struct Reading<T>(T? Value, FilterError? Error)
    where T : class
{
    [MemberNotNullWhen(true, nameof(Value))]
    [MemberNotNullWhen(false, nameof(Error))]
    public bool Succeeded => Error is null;

    public static implicit operator Reading<T>(T value) => new(value, null);

    public static implicit operator Reading<T>(FilterError error) => new(null, error);
}
