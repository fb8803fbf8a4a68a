using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;
using SpatialPlan.Server.Database;

namespace SpatialPlan.Server.Web;

/// <summary>Settings under "Plan"; every key stands in appsettings.json.</summary>
public sealed record PlanOptions
{
    public const string Section = "Plan";

    /// <summary>The package of catalogue and layers; when empty, PLAN_PACKAGE, or else the gis-data folder above or beside the server.</summary>
    public string GisData { get; init; } = "";

    /// <summary>The built client; when empty, client/dist above or beside the server.</summary>
    public string Client { get; init; } = "";

    /// <summary>The address under which the world knows this server; when empty, links follow the request.</summary>
    [RegularExpression("https?://[^/?#]+(/[^?#]*[^/?#])?")]
    public string PublicUrl { get; init; } = "";

    /// <summary>The proxies whose X-Forwarded-* is believed, addresses or networks between commas; when empty nobody's.</summary>
    [CustomValidation(typeof(ProxyList), nameof(ProxyList.Validate))]
    public string TrustedProxies { get; init; } = "";

    /// <summary>Serve migrates and loads first. Meant for one machine; elsewhere run the verbs.</summary>
    public bool MigrateAndLoadAtStart { get; init; }

    /// <summary>The text of the plan; when empty, PLAN_DOCUMENT, or else plan/plan.txt in the package.</summary>
    public string Document { get; init; } = "";

    /// <summary>The table of pinyin that scripts/pinyin.mjs makes; when empty, the one in .data/build above or beside the server.</summary>
    public string Pinyin { get; init; } = "";

    /// <summary>A GeoPackage whose tables are collections beside those of the plan, for a conformance test; when empty there are none.</summary>
    public string TestCollections { get; init; } = "";

    /// <summary>A collection with more features than this is drawn from tiles and, far out, counted by cell.</summary>
    [Range(0, 1_000_000)]
    public int LargeCollection { get; init; } = 5_000;

    /// <summary>How much memory finished tiles may take; 0 keeps none.</summary>
    [Range(0, 4096)]
    public int TileCacheMegabytes { get; init; } = 32;

    /// <summary>Connections of one server to PostgreSQL at most; what max_connections allows divided by the number of servers, less some for the owner.</summary>
    [Range(DatabaseSettings.FewestConnections, 10_000)]
    public int Connections { get; init; } = DatabaseSettings.DefaultConnections;

    /// <summary>How often one client may ask for a check of a site in a second, three seconds' worth at once; 0 sets no limit.</summary>
    [Range(0, 10_000)]
    public int ChecksPerSecond { get; init; } = 20;

    /// <summary>How long a check of a site may measure; what is not finished then cannot be checked.</summary>
    [Range(1, 60_000)]
    public int CheckMilliseconds { get; init; } = 3_000;

    [ValidateObjectMembers]
    public BaseMapOptions BaseMaps { get; init; } = new();

    [ValidateObjectMembers]
    public VisitorFormOptions Enquiries { get; init; } = new();

    [ValidateObjectMembers]
    public VisitorFormOptions Contests { get; init; } = new();
}

public static class PlanOptionsSetup
{
    /// <summary>The settings, refused at the start where they cannot be meant.</summary>
    public static void AddPlanOptions(this IServiceCollection services) =>
        services.AddOptions<PlanOptions>().BindConfiguration(PlanOptions.Section).ValidateDataAnnotations().ValidateOnStart();
}

/// <summary>Base maps of the outside world that the client may switch on; the plan's own ground needs none.</summary>
public sealed record BaseMapOptions
{
    [RegularExpression("[0-9A-Za-z]*")]
    public string TiandituKey { get; init; } = "";

    public bool OpenStreetMap { get; init; } = true;
}

/// <summary>What people without an account write through a form: enquiries of investors, and that something of the map is wrong.</summary>
public sealed record VisitorFormOptions
{
    /// <summary>For how many days an enquiry, or the contact of who contests something, is kept. It is deleted then; one that is there keeps the time that it was promised.</summary>
    [Range(1, 3650)]
    public int KeepDays { get; init; } = 180;

    /// <summary>How many of one address are taken in an hour.</summary>
    [Range(1, 10_000)]
    public int PerHourOfAddress { get; init; } = 10;

    /// <summary>How many of all addresses together.</summary>
    [Range(1, 100_000)]
    public int PerHour { get; init; } = 300;
}
