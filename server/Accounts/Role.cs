namespace SpatialPlan.Server.Accounts;

/// <summary>What an account may do; it may have several. A viewer is signed in and changes nothing.</summary>
public static class Role
{
    public const string Viewer = "viewer";
    public const string Staff = "staff";
    public const string Reviewer = "reviewer";
    public const string Administrator = "administrator";

    /// <summary>In the order in which people are told of them.</summary>
    public static IReadOnlyList<string> All { get; } = [Viewer, Staff, Reviewer, Administrator];
}
