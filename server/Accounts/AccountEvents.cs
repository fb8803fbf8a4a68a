using System.Text.Json;
using SpatialPlan.Server.Web;

namespace SpatialPlan.Server.Accounts;

/// <summary>Who does something to an account: an actor or a process, and from where.</summary>
public sealed record Doer(string Actor, string? Address)
{
    /// <summary>Whoever runs the verbs of the server owns the installation.</summary>
    public static Doer Operator { get; } = new("operator", null);

    public static Doer Of(HttpContext context, Actor actor) => new(actor.Id.ToString(), ClientAddress.Of(context));
}

/// <summary>The audit trail of accounts: an event is saved with what it tells of, or not at all.</summary>
public static class AccountEvents
{
    public static void Note(this AccountContext context, Doer by, string action, Guid account, object? detail = null) => context.Events.Add(new AccountEvent
    {
        Actor = by.Actor,
        Action = action,
        Account = account,
        Address = by.Address,
        Detail = detail is null ? null : Detail(detail),
    });

    internal static string Detail(object detail) => JsonSerializer.Serialize(detail, JsonText.Format);
}
