namespace SpatialPlan.Server.Web;

/// <summary>Metadata of an endpoint whose answer has an ETag of its own: that of the revision (<see cref="RevisionFilter"/>) is not said of it.</summary>
public sealed class OwnTag;
