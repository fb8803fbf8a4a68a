namespace SpatialPlan.Server.Catalogue;

/// <summary>
/// For whom a collection or an answer is. Whatever is kept to be given again is for everybody, so a value that nobody has set
/// is for somebody: it is kept nowhere.
/// </summary>
public readonly record struct Audience
{
    private Audience(bool isPublic) => IsPublic = isPublic;

    /// <summary>Everybody: what the login of the public reads.</summary>
    public static Audience Public => new(isPublic: true);

    /// <summary>Somebody, who may be allowed to see what others are not.</summary>
    public static Audience Somebody => default;

    public bool IsPublic { get; }
}
