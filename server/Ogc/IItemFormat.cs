namespace SpatialPlan.Server.Ogc;

/// <summary>A format of items beside those in JSON; whoever can write it registers it.</summary>
public interface IItemFormat
{
    /// <summary>The value of f.</summary>
    string Name { get; }

    string MediaType { get; }

    /// <summary>Writes a page.</summary>
    /// <param name="page">Its selection names the features of the page by their codes, as they stand or stood; order, system and content are those asked for.</param>
    /// <param name="context">Whose response is written, links aside.</param>
    Task Write(ItemQuery page, HttpContext context);
}
