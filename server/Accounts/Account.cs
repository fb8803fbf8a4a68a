using Microsoft.AspNetCore.Identity;

namespace SpatialPlan.Server.Accounts;

/// <summary>A person who may sign in. It is never deleted: what it has done stays.</summary>
public sealed class Account : IdentityUser<Guid>
{
    public const int MostNameLength = 64;

    public string[] Roles { get; set; } = [];

    /// <summary>Somebody else has chosen the password: it holds until then, and for nothing but to choose another.</summary>
    public DateTimeOffset? TemporaryUntil { get; set; }

    public DateTimeOffset? DisabledAt { get; set; }

    public DateTimeOffset CreatedAt { get; private set; }
}

/// <summary>What was done to an account, or tried: never changed, by anybody.</summary>
public sealed class AccountEvent
{
    public long Id { get; private set; }

    public DateTimeOffset At { get; private set; }

    /// <summary>The id of an account, or a process.</summary>
    public required string Actor { get; init; }

    public required string Action { get; init; }

    /// <summary>Whom it concerns.</summary>
    public Guid? Account { get; init; }

    /// <summary>See <see cref="Web.ClientAddress"/>.</summary>
    public string? Address { get; init; }

    /// <summary>As JSON.</summary>
    public string? Detail { get; init; }
}
