using System.Text.Json.Nodes;
using SpatialPlan.Server.Web;

namespace SpatialPlan.Server.Parks;

/// <summary>
/// What a criterion says of a park. Everything that is reckoned with is whole hundredths, so that every program comes to
/// the same sum, and the sum that is printed is that of the factors that are printed.
/// </summary>
/// <param name="Raw">What was found, as the answer shows it; null when the plan says nothing.</param>
/// <param name="Min">The least it can be, in hundredths.</param>
/// <param name="Max">The most it can be.</param>
public sealed record Judgement(JsonNode? Raw, int Min, int Max)
{
    public const int Whole = 100;

    public IReadOnlyList<JsonPiece> Citations { get; init; } = [];

    /// <summary>Whether it is shown alone and no part of the sum.</summary>
    public bool IsShownOnly { get; init; }

    /// <summary>The plan does not say: anything from nothing to all.</summary>
    public static Judgement Unknown { get; } = new(null, 0, Whole);

    /// <summary>As the reader wants what is not stated to count.</summary>
    public Judgement Counted(UnknownCounts unknown) => unknown switch
    {
        UnknownCounts.Low => this with { Max = Min },
        UnknownCounts.Middle => this with { Min = (Min + Max) / 2, Max = (Min + Max) / 2 },
        _ => this,
    };

    /// <summary>A share of the largest, rounded half away from zero as people round.</summary>
    public static int Share(decimal value, decimal largest) =>
        largest <= 0 || value <= 0 ? 0 : (int)Math.Min(Whole, Math.Round(value * Whole / largest, MidpointRounding.AwayFromZero));
}
