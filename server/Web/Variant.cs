namespace SpatialPlan.Server.Web;

/// <summary>Metadata of an endpoint whose answer differs from others at the same address.</summary>
/// <param name="Of">What its ETag adds to the revision, if anything.</param>
/// <param name="LanguageOf">The language of the answer (Content-Language), where the endpoint does not say so itself.</param>
public sealed record Variant(Func<HttpRequest, string?> Of, Func<HttpRequest, string>? LanguageOf = null);
