using System.Collections.Frozen;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http.HttpResults;
using SpatialPlan.Server.Web;

namespace SpatialPlan.Server.Accounts;

/// <summary>One's own personal access tokens; a program with one makes no others.</summary>
public static class TokenEndpoints
{
    private static readonly string[] GetOrHead = [HttpMethods.Get, HttpMethods.Head];

    public static void MapTokens(this RouteGroupBuilder account)
    {
        var tokens = account.MapGroup("/tokens").NeedsAccount().InPerson();
        tokens.MapMethods("", GetOrHead, All);
        tokens.MapPost("", Add);
        tokens.MapDelete("/{token}", Revoke);
    }

    private static async Task<Ok<TokenList>> All(Tokens tokens, Actor actor, HttpContext context)
    {
        QueryReader.Of(context.Request.Query, FrozenSet<string>.Empty);
        return TypedResults.Ok(new TokenList(await tokens.Of(actor.Id, context.RequestAborted)));
    }

    private static async Task<Created<GivenToken>> Add(NewToken given, Tokens tokens, AccountContext accounts, Actor actor, HttpContext context, CancellationToken cancel)
    {
        var name = Given.Text(given.Name).Trim();
        var code = name.Length is 0 or > Account.MostNameLength || UnseenSigns.In(name, isLine: true) ? "name-invalid"
            : given.Scope is not (Tokens.Read or Tokens.Write) ? "scope-unknown"
            : given.Days is < 1 or > Tokens.MostDays ? "days-invalid"
            : null;
        if (code is not null)
        {
            throw new RequestException(StatusCodes.Status422UnprocessableEntity, code, new { most = code == "days-invalid" ? Tokens.MostDays : Account.MostNameLength });
        }

        if ((await tokens.Of(actor.Id, cancel)).Count >= Tokens.MostOfAccount)
        {
            throw new RequestException(StatusCodes.Status409Conflict, "too-many-tokens", new { most = Tokens.MostOfAccount });
        }

        var (token, secret) = await tokens.Add(actor.Id, name, given.Scope, given.Days, cancel);
        accounts.Note(Doer.Of(context, actor), "token-added", actor.Id, new { token.Id, token.Name, token.Scope });
        await accounts.SaveChangesAsync(cancel);
        return TypedResults.Created((string?)null, new GivenToken(token, secret));
    }

    private static async Task<NoContent> Revoke(string token, Tokens tokens, AccountContext accounts, Actor actor, HttpContext context, CancellationToken cancel)
    {
        if (!Guid.TryParseExact(token, "D", out var id) || !await tokens.Revoke(actor.Id, id, cancel))
        {
            throw RequestException.Unknown("token-unknown");
        }

        accounts.Note(Doer.Of(context, actor), "token-revoked", actor.Id, new { id });
        await accounts.SaveChangesAsync(cancel);
        return TypedResults.NoContent();
    }

    [JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
    [JsonNumberHandling(JsonNumberHandling.Strict)]
    private sealed record NewToken([property: JsonRequired] string Name, [property: JsonRequired] string Scope, [property: JsonRequired] int Days);
}

public sealed record TokenList(IReadOnlyList<Token> Tokens);

/// <summary>A token and its secret, which nobody sees again.</summary>
public sealed record GivenToken(Token Token, string Secret);
