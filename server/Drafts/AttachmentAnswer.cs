using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Net.Http.Headers;
using Npgsql;
using SpatialPlan.Server.Web;

namespace SpatialPlan.Server.Drafts;

/// <summary>A file of somebody: always to be saved and never shown by the browser as a page of ours, and kept by no cache.</summary>
public static class AttachmentAnswer
{
    private const string UnknownCode = "attachment-unknown";

    public static Guid Id(string attachment) => PathId.Uuid(attachment, UnknownCode);

    public static RequestException Unknown() => RequestException.Unknown(UnknownCode);

    /// <param name="command">Gives name, media_type and content of one, or nothing.</param>
    /// <param name="context">The request.</param>
    public static async Task<FileContentHttpResult> Of(NpgsqlCommand command, HttpContext context)
    {
        await using var reader = await command.ExecuteReaderAsync(context.RequestAborted);
        if (!await reader.ReadAsync(context.RequestAborted))
        {
            throw Unknown();
        }

        var disposition = new ContentDispositionHeaderValue("attachment");
        disposition.SetHttpFileName(reader.GetString(0));
        context.Response.Headers.ContentDisposition = disposition.ToString();
        context.Response.Headers.XContentTypeOptions = "nosniff";
        context.Response.Headers.CacheControl = "private, no-store";
        return TypedResults.Bytes(reader.GetFieldValue<byte[]>(2), reader.GetString(1));
    }
}
