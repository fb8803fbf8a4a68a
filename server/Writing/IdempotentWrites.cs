using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Npgsql;
using SpatialPlan.Server.Accounts;
using SpatialPlan.Server.Database;
using SpatialPlan.Server.Web;

namespace SpatialPlan.Server.Writing;

/// <summary>
/// Writes in one transaction. With an Idempotency-Key the answer is kept in it too: whoever repeats the request, because an
/// answer was lost or somebody pressed twice, is told the same and nothing is written again; another request under the key is 422.
/// </summary>
public sealed class IdempotentWrites(PlanDatabase database)
{
    public const string Header = "Idempotency-Key";
    private const int LongestKey = 100;

    /// <param name="context">The request.</param>
    /// <param name="actor">Who writes.</param>
    /// <param name="body">The bytes of its body; none when it has none.</param>
    /// <param name="status">Of the answer: 200, or 201 for what is new.</param>
    /// <param name="write">Writes, and gives what is answered.</param>
    public async Task<(int Status, JsonNode Answer)> Once(HttpContext context, Actor actor, byte[] body, int status, Func<NpgsqlConnection, CancellationToken, Task<JsonNode>> write)
    {
        var cancel = context.RequestAborted;
        var key = Key(context.Request);
        await using var connection = await database.Staff.OpenConnectionAsync(cancel);
        await using var transaction = await connection.BeginTransactionAsync(cancel);
        if (key is not null
            && await connection.Call("begin_request($1, $2, $3)", cancel, actor.WrittenAs, key, HashOf(context.Request, body)) is { } known)
        {
            return ((int)known["status"]!, JsonNode.Parse((string)known["answer"]!)!);
        }

        var answer = await write(connection, cancel);
        if (key is not null)
        {
            await connection.Call("end_request($1, $2, $3, $4)", cancel, actor.WrittenAs, key, status, answer.ToJsonString(JsonText.Format));
        }

        // From here on it is written: whoever leaves now is not told, and may ask again.
        await transaction.CommitAsync(CancellationToken.None);
        return (status, answer);
    }

    private static string? Key(HttpRequest request) => request.Headers[Header] switch
    {
        { Count: 0 } => null,
        [{ Length: > 0 and <= LongestKey } key] when key.All(letter => letter is > ' ' and < '\u007f') => key,
        _ => throw RequestException.Malformed("idempotency-key-invalid", new { maximum = LongestKey }),
    };

    private static string HashOf(HttpRequest request, byte[] body)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{request.Method} {request.Path} {request.Headers.IfMatch} {request.Headers["Content-Crs"]}\n")));
        hash.AppendData(body);
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
