namespace SpatialPlan.Server.Accounts;

/// <summary>Metadata of an endpoint: who may. What is open to everybody says AllowAnonymous; under /api one of the two must be said.</summary>
/// <param name="Roles">One of these is enough; none means that any account is.</param>
public sealed record Access(IReadOnlyList<string> Roles)
{
    public bool Lets(Actor actor) => Roles.Count == 0 || Roles.Any(actor.Is);
}

/// <summary>Metadata of an endpoint: a person is asked, not a program with a token of theirs.</summary>
public sealed record InPerson;

/// <summary>Metadata of an endpoint: a program with a token is asked, not a person's page.</summary>
public sealed record ByToken;

/// <summary>Metadata of an endpoint: also for who has first to choose a password.</summary>
public sealed record BeforePassword;

/// <summary>Says who may use an endpoint.</summary>
public static class AccessExtensions
{
    /// <summary>An account with one of these roles: 401 without any, 403 without the role.</summary>
    public static TBuilder Needs<TBuilder>(this TBuilder builder, params string[] roles)
        where TBuilder : IEndpointConventionBuilder =>
        builder.WithMetadata(roles.Length > 0 ? new Access(roles) : throw new ArgumentException("An endpoint that needs no role needs an account.", nameof(roles)));

    /// <summary>Any account, whatever its roles.</summary>
    public static TBuilder NeedsAccount<TBuilder>(this TBuilder builder)
        where TBuilder : IEndpointConventionBuilder => builder.WithMetadata(new Access([]));

    public static TBuilder InPerson<TBuilder>(this TBuilder builder)
        where TBuilder : IEndpointConventionBuilder => builder.WithMetadata(new InPerson());

    public static TBuilder ByToken<TBuilder>(this TBuilder builder)
        where TBuilder : IEndpointConventionBuilder => builder.WithMetadata(new ByToken());

    public static TBuilder BeforePassword<TBuilder>(this TBuilder builder)
        where TBuilder : IEndpointConventionBuilder => builder.WithMetadata(new BeforePassword());
}
