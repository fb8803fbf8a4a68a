using Microsoft.AspNetCore.Http;
using SpatialPlan.Server.Catalogue;
using SpatialPlan.Server.Database;
using SpatialPlan.Server.Ogc;
using SpatialPlan.Server.Ogc.Tiles;
using SpatialPlan.Server.Web;
using Xunit;

namespace SpatialPlan.Server.Tests.Ogc;

public sealed class AudienceTests
{
    [Fact]
    public void What_nobody_has_set_is_for_somebody_and_has_no_name_in_the_cache()
    {
        Assert.False(default(Audience).IsPublic);
        var revision = new PlanRevision(Guid.Empty, 1);
        Assert.Throws<ArgumentException>(() => TileCache.NameOf(Audience.Somebody, revision, "q"));
        Assert.Equal($"{revision.Tag}\nq", TileCache.NameOf(Audience.Public, revision, "q"));
    }

    [Theory]
    [InlineData(null, true)]
    [InlineData("Cookie", false)]
    [InlineData("Authorization", false)]
    [InlineData("Accept", true)]
    public void A_request_with_credentials_is_somebodys(string? header, bool isPublic)
    {
        var context = new DefaultHttpContext();
        if (header is not null)
        {
            context.Request.Headers[header] = "x";
        }

        Assert.Equal(isPublic, RequestAudience.Of(context.Request).IsPublic);
    }

    [Fact]
    public void A_collection_that_is_not_for_everybody_is_not_found()
    {
        CollectionDefinition Collection(string id, Audience audience) => new(id, "test", 1, "Point", new Words(id, id), null, []) { Audience = audience };
        var real = CatalogueReader.Load(Repository.GisData);
        var catalogue = new PlanCatalogue(
            real.Vocabularies, [Collection("open", Audience.Public), Collection("closed", Audience.Somebody)], real.Plans, real.Rules, real.Product);
        var finder = new CollectionFinder(catalogue, new TestCollections());
        Assert.Equal("open", Assert.Single(finder.All).Id);
        Assert.Equal("open", Assert.Single(finder.Readable).Id);
        Assert.Throws<RequestException>(() => finder.Get("closed"));
        Assert.Throws<RequestException>(() => finder.Named("open,closed"));
        Assert.Equal(real.FindCollection("parks")!.Audience, Audience.Public);
    }
}
