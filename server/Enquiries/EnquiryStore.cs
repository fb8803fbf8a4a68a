using System.Text.Json;
using Npgsql;
using NpgsqlTypes;
using SpatialPlan.Server.Database;

namespace SpatialPlan.Server.Enquiries;

/// <summary>What its writer is told of an enquiry.</summary>
public sealed record EnquiryNote(string Reference, DateTime ReceivedAt, DateTime KeptUntil);

/// <summary>Enquiries in the database, through the functions that the login of staff may call (Functions/enquiry.sql).</summary>
public sealed class EnquiryStore(PlanDatabase database)
{
    /// <summary>Writes one; returns until when it is kept.</summary>
    public async Task<DateTime> Submit(string reference, byte[] secretHash, int keepDays, Enquiry enquiry, CancellationToken cancel)
    {
        var content = JsonSerializer.Serialize(new
        {
            language = enquiry.Language,
            name = enquiry.Name,
            organisation = enquiry.Organisation,
            contact = enquiry.Contact,
            message = enquiry.Message,
            parks = enquiry.Parks,
            questions = enquiry.Questions,
            shortlist = enquiry.Shortlist,
        });
        await using var command = Command("select enquiry.submit($1, $2, $3, $4)", reference, secretHash, TimeSpan.FromDays(keepDays));
        command.Parameters.Add(new() { Value = content, NpgsqlDbType = NpgsqlDbType.Jsonb });
        return (DateTime)(await command.ExecuteScalarAsync(cancel))!;
    }

    public async Task<EnquiryNote?> Find(byte[] secretHash, CancellationToken cancel)
    {
        await using var command = Command("select reference, received_at, kept_until from enquiry.find($1)", secretHash);
        await using var reader = await command.ExecuteReaderAsync(cancel);
        return await reader.ReadAsync(cancel) ? new EnquiryNote(reader.GetString(0), reader.GetDateTime(1), reader.GetDateTime(2)) : null;
    }

    /// <summary>Deletes one; returns its reference, or null where there is none.</summary>
    public async Task<string?> Withdraw(byte[] secretHash, CancellationToken cancel)
    {
        await using var command = Command("select enquiry.withdraw($1)", secretHash);
        return await command.ExecuteScalarAsync(cancel) as string;
    }

    /// <summary>Deletes those whose time is over; returns how many.</summary>
    public async Task<long> Expire(CancellationToken cancel)
    {
        await using var command = Command("select enquiry.expire()");
        return (long)(await command.ExecuteScalarAsync(cancel))!;
    }

    private NpgsqlCommand Command(string sql, params object[] values)
    {
        var command = database.Staff.CreateCommand(sql);
        foreach (var value in values)
        {
            command.Parameters.Add(new() { Value = value });
        }

        return command;
    }
}
