namespace SpatialPlan.Server.Catalogue;

/// <summary>
/// What the product calls itself and says about its data, the ground it stands on, and the area of use, within which every
/// feature lies (west, south, east, north in degrees); the whole earth when it is not said.
/// </summary>
public sealed record Product(
    Words Title,
    Words Place,
    Words Description,
    Keywords Keywords,
    Licence Licence,
    Contact Contact,
    string Plan,
    string StatusAsOf,
    IReadOnlyList<double> Bbox,
    IReadOnlyList<double>? AreaOfUse = null);

/// <summary>Words to find the data by.</summary>
public sealed record Keywords(IReadOnlyList<string> Zh, IReadOnlyList<string> En)
{
    public IReadOnlyList<string> In(string language) => language == "en" ? En : Zh;
}

/// <summary>A licence by its SPDX code; the address is that of its text.</summary>
public sealed record Licence(string Code, string Zh, string En, string Url)
{
    public string In(string language) => language == "en" ? En : Zh;
}

/// <summary>Whom to ask about the data; what is not given is empty.</summary>
public sealed record Contact(string Name, string Email, string Url)
{
    public bool IsGiven => Name.Length + Email.Length + Url.Length > 0;
}
