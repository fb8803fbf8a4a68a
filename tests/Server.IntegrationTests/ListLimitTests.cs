using System.Net;
using SpatialPlan.Server.Accounts;
using SpatialPlan.Server.IntegrationTests.Changes;

namespace SpatialPlan.Server.IntegrationTests;

/// <summary>Whoever says how much of a list is wanted is understood in the same way by every list.</summary>
public sealed class ListLimitTests(PlanServer server) : IClassFixture<PlanServer>
{
    [Theory]
    [InlineData("/api/notifications?")]
    [InlineData("/api/review-queue?")]
    [InlineData("/api/review-queue/contests?")]
    [InlineData("/api/change-sets?")]
    [InlineData("/api/changes?")]
    [InlineData("/ogc/collections/projects/items?")]
    [InlineData("/api/search?q=a&")]
    public async Task None_of_a_list_is_no_list(string list)
    {
        using var person = await server.SignIn("limit-reader", Role.Staff, Role.Reviewer);
        foreach (var limit in new[] { "0", "-1", "1.5", "many" })
        {
            Assert.Equal("limit-invalid", (await person.Read($"{list}limit={limit}")).Must(HttpStatusCode.BadRequest).Code);
        }

        (await person.Read($"{list}limit=1")).Must(HttpStatusCode.OK);
    }
}
