using System.Text.Json.Nodes;
using System.Xml.Linq;
using SpatialPlan.Server.Catalogue;
using SpatialPlan.Server.Pages;
using Xunit;

namespace SpatialPlan.Server.Tests.Pages;

public sealed class AtomFeedTests
{
    /// <summary>A version that was published before such names were refused stays in history, and the feed is read nevertheless.</summary>
    [Fact]
    public void A_name_that_XML_cannot_say_does_not_end_the_feed()
    {
        var changes = JsonNode.Parse("""
            [{"revision":7,"at":"2026-11-30T08:00:00Z","number":1,"decision_sheet":null,"collections":[{"collection":"nothing","number":1}],
              "features":[{"collection":"nothing","code":"n-1","version":2,"action":"published","name_zh":"甲\uffff\u0001乙","name_en":"One\ufffe two","history":null}]}]
            """)!.AsArray();
        var feed = new AtomFeed(CatalogueReader.Load(Repository.GisData));
        foreach (var (language, name) in new[] { ("en", "One two"), ("zh", "甲乙") })
        {
            var text = feed.Write(changes, new PageWords(language), new FeedPlace("http://localhost", null, "http://localhost/api/changes?f=atom", null), DateTimeOffset.UnixEpoch);
            Assert.Contains(name, XDocument.Parse(text).Root!.Value, StringComparison.Ordinal);
        }
    }
}
