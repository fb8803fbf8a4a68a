using System.Globalization;
using System.Net.Mime;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using SpatialPlan.Server.Catalogue;
using SpatialPlan.Server.Export;

namespace SpatialPlan.Server.Pages;

/// <summary>Where a feed stands.</summary>
/// <param name="Root">The address of the application.</param>
/// <param name="Collection">The only collection it is of; null for all.</param>
/// <param name="Self">The address of this page of it.</param>
/// <param name="Next">That of the page with what is older; null on the last.</param>
public sealed record FeedPlace(string Root, string? Collection, string Self, string? Next);

/// <summary>What was published, as a feed by RFC 4287 whose pages follow RFC 5005.</summary>
public sealed class AtomFeed(PlanCatalogue catalogue)
{
    public const string MediaType = "application/atom+xml";

    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";
    private static readonly XNamespace Xhtml = "http://www.w3.org/1999/xhtml";

    /// <param name="changes">As <see cref="ChangesFeed"/> answers them.</param>
    /// <param name="words">Of the reader.</param>
    /// <param name="place">Where it stands.</param>
    /// <param name="changedAt">When the plan changed last: that of a feed without entries.</param>
    public string Write(JsonArray changes, PageWords words, FeedPlace place, DateTimeOffset changedAt)
    {
        var site = words.Say("site", words.Of(catalogue.Product.Place), words.Of(catalogue.Product.Title));
        var title = words.Say("changes.title", site);
        var feed = new XElement(
            Atom + "feed",
            new XAttribute(XNamespace.Xml + "lang", Said.Tag(words.Language)),
            new XElement(Atom + "id", $"{place.Root}{ChangesFeed.Address}{(place.Collection is null ? "" : $"?collection={place.Collection}")}"),
            new XElement(Atom + "title", place.Collection is null ? title : words.Say("changes.of", title, Collection(place.Collection, words))),
            new XElement(Atom + "updated", Moment(changes is [{ } newest, ..] ? PageMoment.Of(newest["at"]) : changedAt)),
            new XElement(Atom + "author", new XElement(Atom + "name", site)),
            Link("self", place.Self, MediaType),
            place.Next is null ? null : Link("next", place.Next, MediaType),
            Link("alternate", $"{place.Root}/", MediaTypeNames.Text.Html),
            changes.Select(change => Entry(change!, words, place.Root)));
        return new XDeclaration("1.0", "utf-8", null) + "\n" + feed.ToString(SaveOptions.DisableFormatting);
    }

    private XElement Entry(JsonNode change, PageWords words, string root)
    {
        var (at, features) = (PageMoment.Of(change["at"]), change["features"]!.AsArray());
        var only = features.Count == 1 ? features[0] : null;
        var history = (string?)only?["history"];
        return new XElement(
            Atom + "entry",
            new XElement(Atom + "id", Id(change)),
            new XElement(Atom + "title", Title(change, only, words)),
            new XElement(Atom + "updated", Moment(at)),
            Link("alternate", PageMoment.Map(root, at), MediaTypeNames.Text.Html),
            history is null ? null : Link("related", history, MediaTypeNames.Text.Html, words["history.link"]),
            (string?)change["decision_sheet"] is { } sheet ? Link("related", sheet, MediaTypeNames.Text.Html, words["changes.sheet"]) : null,
            new XElement(Atom + "content", new XAttribute("type", "xhtml"), new XElement(Xhtml + "div", List(change, features, words))));
    }

    private string Title(JsonNode change, JsonNode? only, PageWords words) => only is not null
        ? words.Say($"changes.{(string)only["action"]!}", Name(only, words))
        : words.Say("changes.many", change["number"]!.ToString(), string.Join(words["separator"], change["collections"]!.AsArray()
            .Select(part => words.Say("changes.part", Collection((string)part!["collection"]!, words), part["number"]!.ToString()))));

    private XElement List(JsonNode change, JsonArray features, PageWords words)
    {
        var list = new XElement(Xhtml + "ul", features.Select(feature => new XElement(
            Xhtml + "li",
            $"{Collection((string)feature!["collection"]!, words)} · ",
            (string?)feature["history"] is { } history ? new XElement(Xhtml + "a", new XAttribute("href", history), Line(feature, words)) : Line(feature, words))));
        if ((long)change["number"]! - features.Count is > 0 and var more)
        {
            list.Add(new XElement(Xhtml + "li", words.Say("changes.more", more.ToString(CultureInfo.InvariantCulture))));
        }

        return list;
    }

    private static string Line(JsonNode feature, PageWords words) => words.Say($"changes.{(string)feature["action"]!}", Name(feature, words));

    /// <summary>History keeps what was once published, and one name that XML cannot say would end the feed for everybody.</summary>
    private static string Name(JsonNode feature, PageWords words) => TextRules.WithoutControls(FeaturePage.NameOf(feature, words));

    private string Collection(string id, PageWords words) => catalogue.FindCollection(id) is { } collection ? words.Of(collection.Title) : id;

    private static XElement Link(string rel, string address, string type, string? title = null) => new(
        Atom + "link",
        new XAttribute("rel", rel),
        new XAttribute("href", address),
        new XAttribute("type", type),
        title is null ? null : new XAttribute("title", title));

    /// <summary>A UUID (RFC 9562, version 8) of the revision and of when it was written: the same at every address, in every language and after a restore.</summary>
    private static string Id(JsonNode change)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{(long)change["revision"]!} {PageMoment.Of(change["at"]):O}")));
        (hash[6], hash[8]) = ((byte)((hash[6] & 0x0f) | 0x80), (byte)((hash[8] & 0x3f) | 0x80));
        return $"urn:uuid:{new Guid(hash.AsSpan(0, 16), bigEndian: true):D}";
    }

    private static string Moment(DateTimeOffset at) => at.ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'", CultureInfo.InvariantCulture);
}
