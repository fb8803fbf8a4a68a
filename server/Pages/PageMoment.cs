using System.Globalization;
using System.Text.Json.Nodes;

namespace SpatialPlan.Server.Pages;

/// <summary>Moments of history and the map as of them.</summary>
public static class PageMoment
{
    /// <summary>An instant of ours, in UTC.</summary>
    public static DateTimeOffset Of(JsonNode? moment) => DateTimeOffset.Parse((string)moment!, CultureInfo.InvariantCulture).ToUniversalTime();

    /// <summary>As people read it.</summary>
    public static string Minute(DateTimeOffset at) => at.ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture);

    /// <summary>The map as of then. A second later it stood for certain, however its instant was rounded.</summary>
    /// <param name="root">The address of the application.</param>
    /// <param name="at">When something was published.</param>
    /// <param name="select">What the map shall have chosen: "collection/code".</param>
    public static string Map(string root, DateTimeOffset at, string? select = null) =>
        $"{root}/?asof={Uri.EscapeDataString(at.AddSeconds(1).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture))}{(select is null ? "" : $"&select={select}")}";
}
