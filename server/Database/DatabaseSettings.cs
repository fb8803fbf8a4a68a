namespace SpatialPlan.Server.Database;

/// <summary>
/// The three logins, as connection strings, and how many connections one server may have. Without a login of its own staff and
/// the public are the owner in a lesser role; a server that has both needs no owner.
/// </summary>
public sealed record DatabaseSettings(string? Owner, string? Staff = null, string? Public = null, int Connections = DatabaseSettings.DefaultConnections)
{
    /// <summary>Two servers, and the owner of one that loads, have room in the hundred that PostgreSQL allows by itself, less the three it keeps for superusers.</summary>
    public const int DefaultConnections = 46;

    public const int FewestConnections = 24;

    /// <summary>The login of a role: its own, or the owner's, which takes the role on.</summary>
    public (string Address, string Options) Of(string role) =>
        (role == PlanDatabase.StaffRole ? Staff : Public) is { } own ? (own, "")
        : Owner is { } owner ? (owner, $"-c role={role}")
        : throw new SetupException(
            $"There is no login for {role}: set ConnectionStrings__{(role == PlanDatabase.StaffRole ? "PlanStaff" : "PlanPublic")}, or ConnectionStrings__Plan for all. npm start does by itself.");
}
