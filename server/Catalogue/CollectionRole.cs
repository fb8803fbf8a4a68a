namespace SpatialPlan.Server.Catalogue;

/// <summary>
/// What a collection is for those parts of the product that need to know: a package says it (<c>role</c> in layers.json),
/// at most once each, and what a package has no collection for is left out. Whatever else is done with a collection follows
/// from its properties and its geometry.
/// </summary>
public enum CollectionRole
{
    /// <summary>The outline of the ground that the plan is of.</summary>
    Boundary,

    /// <summary>The axes of the structure, which a plan may call by several names.</summary>
    Axis,

    /// <summary>Parks, with their land and their targets.</summary>
    Park,

    /// <summary>Projects, with their investment, land, years and status.</summary>
    Project,

    /// <summary>The ground of projects.</summary>
    Site,

    /// <summary>Enterprises that the panorama of a chain names.</summary>
    Enterprise,

    /// <summary>Ground that sites are held against: a layer of protection, of parcels, of a network. A package may have several.</summary>
    Constraint,

    /// <summary>Institutes that the panorama of a chain names, among other facilities.</summary>
    Facility,
}
