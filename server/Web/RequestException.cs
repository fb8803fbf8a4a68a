namespace SpatialPlan.Server.Web;

/// <summary>A request that cannot be answered: a status, a code for programs and its arguments. The words are the client's.</summary>
public sealed class RequestException(int status, string code, object? args = null) : Exception(code)
{
    public int Status { get; } = status;

    public string Code { get; } = code;

    public object? Args { get; } = args;

    public static RequestException Malformed(string code, object? args = null) => new(StatusCodes.Status400BadRequest, code, args);

    public static RequestException Unknown(string code, object? args = null) => new(StatusCodes.Status404NotFound, code, args);

    /// <summary>Well formed, and not what may be written.</summary>
    public static RequestException Unprocessable(string code, object? args = null) => new(StatusCodes.Status422UnprocessableEntity, code, args);

    public static RequestException Away(string code) => new(StatusCodes.Status503ServiceUnavailable, code);
}
