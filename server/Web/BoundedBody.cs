namespace SpatialPlan.Server.Web;

/// <summary>The bytes of a request's body, of which no more than so many are taken.</summary>
public static class BoundedBody
{
    /// <exception cref="RequestException">too-large: 413, at once where the request says how long it is.</exception>
    public static async Task<byte[]> Read(HttpRequest request, int most)
    {
        if (request.ContentLength > most)
        {
            throw TooLarge(most);
        }

        using var read = new MemoryStream();
        var part = new byte[16 * 1024];
        while (await request.Body.ReadAsync(part, request.HttpContext.RequestAborted) is > 0 and var count)
        {
            if (read.Length + count > most)
            {
                throw TooLarge(most);
            }

            read.Write(part, 0, count);
        }

        return read.ToArray();
    }

    private static RequestException TooLarge(int most) => new(StatusCodes.Status413PayloadTooLarge, "too-large", new { maximum = most });
}
