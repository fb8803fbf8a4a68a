namespace SpatialPlan.Server.Web;

/// <summary>A request that cannot be answered: a status, a code for programs and its arguments. The words are the client's.</summary>
public sealed class RequestException(int status, string code, object? args = null) : Exception(code)
{
    public int Status { get; } = status;

    public string Code { get; } = code;

    public object? Args { get; } = args;

    /// <summary>Of a refusal that is of this moment: when it is worth another try. Null leaves it to <see cref="Problems"/>.</summary>
    public TimeSpan? RetryAfter { get; init; }

    public static RequestException Malformed(string code, object? args = null) => new(StatusCodes.Status400BadRequest, code, args);

    public static RequestException Unknown(string code, object? args = null) => new(StatusCodes.Status404NotFound, code, args);

    /// <summary>Well formed, and not what may be written.</summary>
    public static RequestException Unprocessable(string code, object? args = null) => new(StatusCodes.Status422UnprocessableEntity, code, args);

    /// <summary>More than one may ask for.</summary>
    /// <param name="code">Of what.</param>
    /// <param name="retryAfter">Until when; whole seconds are said, at least one.</param>
    /// <param name="args">What it may be, or how long it takes.</param>
    public static RequestException TooMany(string code, TimeSpan retryAfter, object? args = null) =>
        new(StatusCodes.Status429TooManyRequests, code, args) { RetryAfter = retryAfter };

    public static RequestException Away(string code) => new(StatusCodes.Status503ServiceUnavailable, code);
}
