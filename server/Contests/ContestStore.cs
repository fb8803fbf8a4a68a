using System.Text.Json.Nodes;
using SpatialPlan.Server.Database;
using SpatialPlan.Server.Web;
using SpatialPlan.Server.Writing;

namespace SpatialPlan.Server.Contests;

/// <summary>Until when a contact is kept, and of which contest.</summary>
public sealed record ContactNote(string Reference, DateTime ReceivedAt, DateTime KeptUntil);

/// <summary>Contests in the database (Functions/contest.sql).</summary>
public sealed class ContestStore(PlanDatabase database)
{
    public const string UnknownCode = "contest-unknown";

    /// <summary>Keeps one; returns until when its contact is kept, null without one.</summary>
    /// <exception cref="RequestException">404 feature-unknown.</exception>
    public async Task<DateTime?> Submit(string reference, byte[] secretHash, int keepDays, Contest contest, CancellationToken cancel)
    {
        var kept = (await Call("submit_contest($1, $2, $3, $4)", cancel, reference, secretHash, TimeSpan.FromDays(keepDays), contest.Json))!;
        return kept["kept_until"]?.GetValue<DateTimeOffset>().UtcDateTime;
    }

    /// <summary>What whoever has the reference may know; upper and lower case are the same.</summary>
    /// <exception cref="RequestException">404 contest-unknown.</exception>
    public async Task<JsonObject> Find(string reference, CancellationToken cancel) =>
        (reference.Contains('\0', StringComparison.Ordinal) ? null : await Call("contest($1)", cancel, reference.ToUpperInvariant()))?.AsObject() ?? throw RequestException.Unknown(UnknownCode);

    /// <summary>The contact of a link; null where there is none.</summary>
    public async Task<ContactNote?> Contact(byte[] secretHash, CancellationToken cancel) =>
        await Call("contact_of($1)", cancel, secretHash) is { } note
            ? new ContactNote((string)note["reference"]!, note["received_at"]!.GetValue<DateTimeOffset>().UtcDateTime, note["kept_until"]!.GetValue<DateTimeOffset>().UtcDateTime) : null;

    /// <summary>Deletes the contact of a link; returns the reference, or null where there is none.</summary>
    public async Task<string?> ForgetContact(byte[] secretHash, CancellationToken cancel) => (string?)await Call("forget_contact($1)", cancel, secretHash);

    /// <summary>Deletes the contacts whose time is over; returns how many.</summary>
    public async Task<long> ForgetContacts(CancellationToken cancel) => (long)(await Call("forget_contacts()", cancel))!;

    private async Task<JsonNode?> Call(string call, CancellationToken cancel, params object?[] values)
    {
        await using var connection = await database.Staff.OpenConnectionAsync(cancel);
        return await connection.Call(call, cancel, values);
    }
}
