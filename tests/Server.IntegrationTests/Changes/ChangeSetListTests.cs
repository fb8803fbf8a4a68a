using System.Net;
using SpatialPlan.Server.Accounts;

namespace SpatialPlan.Server.IntegrationTests.Changes;

/// <summary>The list of change sets: whose, in which state, and page by page however many there are.</summary>
public sealed class ChangeSetListTests(PlanServer server) : IClassFixture<PlanServer>
{
    [Fact]
    public async Task Ones_own_sets_are_found_behind_hundreds_of_others_and_page_by_page()
    {
        using var anna = await server.SignIn("anna", Role.Staff);
        using var bo = await server.SignIn("bo", Role.Staff);
        await Make("anna", 3);
        await Make("bo", 120);
        await Make("anna", 2);
        var own = $"/api/change-sets?author={SignedIn.IdOf("anna")}";
        Assert.Equal(["anna 2", "anna 1", "anna 3", "anna 2", "anna 1"], await Titles(anna, own));
        Assert.Equal(5, (await Titles(bo, own)).Length);

        var found = new List<string>();
        for (var (address, pages) = ($"{own}&limit=2", 0); pages < 3; pages++)
        {
            var page = (await anna.Read(address)).Must(HttpStatusCode.OK).Json!["change_sets"]!.AsArray();
            found.AddRange(page.Select(set => (string)set!["title"]!));
            address = $"{own}&limit=2&before={(long)page[^1]!["id"]!}";
        }

        Assert.Equal(["anna 2", "anna 1", "anna 3", "anna 2", "anna 1"], found);
        Assert.Empty(await Titles(anna, $"{own}&before=1"));
        Assert.Empty(await Titles(anna, $"{own}&state=approved"));
        Assert.Equal(5, (await Titles(anna, $"{own}&state=in-review&limit=9999")).Length);
        Assert.Equal(100, (await Titles(anna, "/api/change-sets")).Length);
    }

    [Fact]
    public async Task What_another_has_not_submitted_is_not_listed_by_its_author_either()
    {
        using var chen = await server.SignIn("chen", Role.Staff);
        using var reviewer = await server.SignIn("ding", Role.Reviewer);
        (await chen.Post("/api/change-sets", """{"title":"t","basis":"b","features":[{"collection":"parks","code":"park-2","based_on":1,"properties":{"name_en":"x"}}]}""")).Must(HttpStatusCode.Created);
        var address = $"/api/change-sets?author={SignedIn.IdOf("chen")}";
        Assert.Single(await Titles(chen, address));
        Assert.Empty(await Titles(reviewer, address));
    }

    [Theory]
    [InlineData("author=anna", "value-invalid")]
    [InlineData("author=%7B00000000-0000-0000-0000-000000000000%7D", "value-invalid")]
    [InlineData("author=", "parameter-empty")]
    [InlineData("author=' or true --", "value-invalid")]
    [InlineData("state=nonsense", "value-unknown")]
    [InlineData("state=draft&state=approved", "parameter-repeated")]
    [InlineData("before=-1", "value-invalid")]
    [InlineData("before=99999999999999999999", "value-invalid")]
    [InlineData("limit=0", "limit-invalid")]
    [InlineData("limit=many", "limit-invalid")]
    [InlineData("owner=x", "parameter-unknown")]
    public async Task What_no_list_can_be_asked_for_by_is_refused(string query, string code)
    {
        using var staff = await server.SignIn("eva", Role.Staff);
        Assert.Equal(code, (await staff.Read($"/api/change-sets?{query}")).Must(HttpStatusCode.BadRequest).Code);
    }

    [Fact]
    public async Task A_page_of_an_author_is_read_from_an_index()
    {
        await server.Database.Execute($"insert into plan.change_set (title, basis, author) select 'plan', 'b', gen_random_uuid()::text from generate_series(1, 5000); analyze plan.change_set");
        var plan = string.Join('\n', await server.Database.Rows($"explain select * from plan.change_set c where c.author = '{SignedIn.IdOf("anna")}' and c.id < 4000 order by c.id desc limit 100"));
        Assert.Contains("change_set_of_author", plan, StringComparison.Ordinal);
        Assert.DoesNotContain("Sort", plan, StringComparison.Ordinal);
    }

    /// <summary>So many sets under review, as they would be after a submission.</summary>
    private async Task Make(string author, int number) => await server.Database.Execute($"""
        with made as (insert into plan.change_set (title, basis, author) select '{author} ' || i, 'b', '{SignedIn.IdOf(author)}' from generate_series(1, {number}) i returning id)
        select from made;
        update plan.change_set set state = 'in-review', submitted_at = clock_timestamp() where state = 'draft' and author = '{SignedIn.IdOf(author)}'
        """);

    private static async Task<string[]> Titles(HttpClient who, string address) =>
        [.. (await who.Read(address)).Must(HttpStatusCode.OK).Json!["change_sets"]!.AsArray().Select(set => (string)set!["title"]!)];
}
