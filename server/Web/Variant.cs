namespace SpatialPlan.Server.Web;

/// <summary>Metadata of an endpoint whose answer differs from others at the same address: what its ETag adds to the revision, if anything.</summary>
public sealed record Variant(Func<HttpRequest, string?> Of);
