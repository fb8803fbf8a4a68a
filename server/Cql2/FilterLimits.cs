namespace SpatialPlan.Server.Cql2;

/// <summary>
/// How large a filter may be. A stack overflow cannot be caught and would end the server, so depth is counted before
/// anything is read deeper. The same tree takes about four times the characters in JSON.
/// </summary>
public sealed record FilterLimits(int TextLength = 8 * 1024, int JsonLength = 32 * 1024, int Depth = 64, int Nodes = 500)
{
    public static FilterLimits Default { get; } = new();
}
