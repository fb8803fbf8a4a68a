using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using SpatialPlan.Server.Accounts;
using SpatialPlan.Server.IntegrationTests.Changes;
using SpatialPlan.Server.IntegrationTests.Review;
using static SpatialPlan.Server.IntegrationTests.Review.SubmittedSets;

namespace SpatialPlan.Server.IntegrationTests.Conflicts;

/// <summary>Two have changed the same feature: the second goes on from what stands, and nobody's work is lost without a word.</summary>
public sealed class ConflictTests(PlanServer server) : IClassFixture<PlanServer>
{
    [Fact]
    public async Task What_one_side_changed_merges_by_itself_and_of_what_both_changed_the_author_chooses()
    {
        using var mine = await server.SignIn("mine", Role.Staff);
        using var theirs = await server.SignIn("theirs", Role.Staff);
        using var reviewer = await server.SignIn("reviewer", Role.Reviewer);
        var (code, version) = await server.Unplaced();
        var set = await mine.Draft(Body(Place(code, version, more: """ "name_en":"Mine", """)), code, version);
        await Approved(theirs, reviewer, Body(Place(code, version, 116.63, 80, """ "aliases":["Theirs"], """)));
        Assert.Equal("base-is-stale", (await mine.Post($"{set.Address}/submit", tag: set.Tag)).Must(HttpStatusCode.Conflict).Code);

        var found = (await mine.Read($"{set.Address}/conflicts")).Must(HttpStatusCode.OK).Json!;
        var conflict = Assert.Single(found["conflicts"]!.AsArray())!;
        Assert.Equal((1L, version, version + 1), ((long)found["number"]!, (int)conflict["based_on"]!, (int)conflict["stands"]!));
        Assert.Equal(
            new SortedDictionary<string, string> { ["accuracy_m"] = "both", ["aliases"] = "theirs", ["name_en"] = "mine", ["placement"] = "alike", ["placement_reason_en"] = "alike", ["placement_reason_zh"] = "alike" },
            new SortedDictionary<string, string>(conflict["properties"]!.AsArray().ToDictionary(changed => (string)changed!["property"]!, changed => (string)changed!["change"]!)));
        Assert.Equal(("both", 116.61, 116.63), ((string)conflict["geometry"]!, Longitude(conflict["mine"]!), Longitude(conflict["theirs"]!)));
        Assert.Null(conflict["ancestor"]!["geometry"]);
        Assert.Equal(("theirs", "t"), ((string)conflict["origin"]!["recorded_by_name"]!, (string)conflict["origin"]!["title"]!));

        // Nothing is chosen for anybody.
        var open = (await Resolve(mine, set, version + 1)).Must(HttpStatusCode.UnprocessableEntity);
        Assert.Equal(("conflict-unresolved", """["accuracy_m"]""", true), (open.Code, open.Json!["args"]!["properties"]!.ToJsonString(), (bool)open.Json["args"]!["geometry"]!));

        var merged = (await Resolve(mine, set, version + 1, """ "properties":{"accuracy_m":"theirs"},"geometry":"mine" """, submit: true)).Must(HttpStatusCode.OK);
        Assert.Equal("in-review", (string)merged.Json!["state"]!);
        Assert.Equal(0L, (long)(await reviewer.Read($"{set.Address}/conflicts")).Json!["number"]!);
        (await reviewer.Post($"{set.Address}/approve", tag: merged.Tag)).Must(HttpStatusCode.OK);
        var feature = await server.Get($"/ogc/collections/projects/items/{code}");
        var said = feature["properties"]!;
        Assert.Equal(("Mine", """["Theirs"]""", 80d, 116.61), ((string)said["name_en"]!, said["aliases"]!.ToJsonString(), (double)said["accuracy_m"]!, (double)feature["geometry"]!["coordinates"]![0]!));
        Assert.Equal(1L, await server.Database.Ask<long>($"select count(*) from plan.event where action = 'merged' and (detail ->> 'change_set')::bigint = {set.Id}"));
    }

    [Fact]
    public async Task A_place_that_is_neither_may_be_drawn_and_is_checked_as_any_other()
    {
        using var mine = await server.SignIn("draws", Role.Staff);
        using var theirs = await server.SignIn("quick", Role.Staff);
        using var reviewer = await server.SignIn("judge", Role.Reviewer);
        var set = await server.Draft(mine);
        var (code, version) = (set.Code, set.Version);
        await Approved(theirs, reviewer, Body(Place(code, version, 116.63)));
        var bad = await Resolve(mine, set, version + 1, """ "geometry":{"type":"LineString","coordinates":[[116.6,35.4],[116.7,35.4]]} """, submit: true);
        Assert.Equal("features-have-faults", bad.Must(HttpStatusCode.UnprocessableEntity).Code);
        var drawn = (await Resolve(mine, set, version + 1, """ "geometry":{"type":"Point","coordinates":[116.62,35.42]} """, submit: true)).Must(HttpStatusCode.OK);
        (await reviewer.Post($"{set.Address}/approve", tag: drawn.Tag)).Must(HttpStatusCode.OK);
        Assert.Equal(116.62, (double)(await server.Get($"/ogc/collections/projects/items/{code}"))["geometry"]!["coordinates"]![0]!);
    }

    [Fact]
    public async Task A_base_that_moves_on_twice_is_looked_at_twice()
    {
        using var mine = await server.SignIn("slow", Role.Staff);
        using var theirs = await server.SignIn("fast", Role.Staff);
        using var reviewer = await server.SignIn("reads", Role.Reviewer);
        var set = await server.Draft(mine);
        var (code, version) = (set.Code, set.Version);
        await Approved(theirs, reviewer, Body(Place(code, version, 116.63)));
        await Approved(theirs, reviewer, Body(Place(code, version + 1, 116.64)));
        var late = (await Resolve(mine, set, version + 1, """ "geometry":"mine" """)).Must(HttpStatusCode.Conflict);
        Assert.Equal(("base-is-stale", version + 2), (late.Code, (int)late.Json!["args"]!["stands"]!));
        var merged = (await Resolve(mine, set, version + 2, """ "geometry":"mine" """)).Must(HttpStatusCode.OK);
        Assert.Equal("changed-meanwhile", (await Resolve(mine, set, version + 2)).Must(HttpStatusCode.PreconditionFailed).Code);

        // Between the merge and the submission it moves once more.
        await Approved(theirs, reviewer, Body(Place(code, version + 2, 116.65)));
        Assert.Equal("base-is-stale", (await mine.Post($"{set.Address}/submit", tag: merged.Tag)).Must(HttpStatusCode.Conflict).Code);
        Assert.Equal(1L, (long)(await mine.Read($"{set.Address}/conflicts")).Json!["number"]!);
    }

    [Fact]
    public async Task Of_a_withdrawn_feature_the_change_is_proposed_anew_or_left_out_and_a_set_is_never_empty()
    {
        using var mine = await server.SignIn("keeps", Role.Staff);
        using var theirs = await server.SignIn("removes", Role.Staff);
        using var reviewer = await server.SignIn("third", Role.Reviewer);
        var submitted = await server.Submitted(mine);
        var (code, version) = (submitted.Code, submitted.Version);
        await Approved(theirs, reviewer, Body($$"""{"collection":"projects","code":"{{code}}","based_on":{{version}},"action":"withdraw"}"""));

        // The reviewer cannot approve it, sees why, and writes nothing of it.
        Assert.Equal("base-is-stale", (await reviewer.Post($"{submitted.Address}/approve", tag: submitted.Tag)).Must(HttpStatusCode.Conflict).Code);
        var seen = (await reviewer.Read($"{submitted.Address}/conflicts")).Json!["conflicts"]![0]!;
        Assert.Null(seen["stands"]);
        Assert.Null(seen["theirs"]);
        Assert.NotNull(seen["ancestor"]);
        (await Resolve(reviewer, submitted, null)).Must(HttpStatusCode.Forbidden);
        Assert.Equal("action-not-possible", (await Resolve(mine, submitted, null)).Must(HttpStatusCode.Conflict).Code);

        var returned = await reviewer.Act(submitted, "return", """{"comment":"It was withdrawn meanwhile."}""");
        Assert.Equal("not-the-author", (await Resolve(theirs, returned, null)).Must(HttpStatusCode.Forbidden).Code);
        Assert.Equal("change-set-empty", (await Resolve(mine, returned, null, """ "action":"leave-out" """)).Must(HttpStatusCode.UnprocessableEntity).Code);
        var again = (await Resolve(mine, returned, null, submit: true)).Must(HttpStatusCode.OK);
        (await reviewer.Post($"{submitted.Address}/approve", tag: again.Tag)).Must(HttpStatusCode.OK);
        Assert.Equal(116.61, (double)(await server.Get($"/ogc/collections/projects/items/{code}"))["geometry"]!["coordinates"]![0]!);
    }

    [Fact]
    public async Task What_shall_go_and_has_changed_goes_as_it_stands_now()
    {
        using var mine = await server.SignIn("clears", Role.Staff);
        using var theirs = await server.SignIn("edits", Role.Staff);
        using var reviewer = await server.SignIn("fourth", Role.Reviewer);
        var (code, version) = await server.Unplaced();
        var set = await mine.Draft(Body($$"""{"collection":"projects","code":"{{code}}","based_on":{{version}},"action":"withdraw"}"""), code, version);
        await Approved(theirs, reviewer, Body(Place(code, version)));
        var conflict = (await mine.Read($"{set.Address}/conflicts")).Json!["conflicts"]![0]!;
        Assert.Null(conflict["mine"]);
        var merged = (await Resolve(mine, set, version + 1, submit: true)).Must(HttpStatusCode.OK);
        (await reviewer.Post($"{set.Address}/approve", tag: merged.Tag)).Must(HttpStatusCode.OK);
        await server.GetProblem($"/ogc/collections/projects/items/{code}", HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task What_was_begun_on_an_older_version_is_kept_when_it_is_asked_for()
    {
        using var mine = await server.SignIn("begins", Role.Staff);
        using var theirs = await server.SignIn("before", Role.Staff);
        using var reviewer = await server.SignIn("fifth", Role.Reviewer);
        var (code, version) = await server.Unplaced();
        await Approved(theirs, reviewer, Body(Place(code, version, 116.63)));
        var change = $$$"""{"collection":"projects","code":"{{{code}}}","based_on":{{{version}}},"properties":{"name_en":"Begun before"}}""";
        Assert.Equal("base-is-stale", (await mine.Post("/api/change-sets", Body(change))).Must(HttpStatusCode.Conflict).Code);
        Assert.Equal("base-is-stale", (await mine.Post("/api/change-sets", Body(change, """ "keep_stale":true,"submit":true, """))).Must(HttpStatusCode.Conflict).Code);
        Assert.Equal("base-is-stale", (await mine.Post("/api/change-sets", Body(change.Replace($"\"based_on\":{version}", "\"based_on\":9999", StringComparison.Ordinal), """ "keep_stale":true, """))).Must(HttpStatusCode.Conflict).Code);
        var kept = await mine.Draft(Body(change, """ "keep_stale":true, """), code, version);
        var conflict = (await mine.Read($"{kept.Address}/conflicts")).Json!["conflicts"]![0]!;
        Assert.Equal("theirs", (string)conflict["geometry"]!);
        var merged = (await Resolve(mine, kept, version + 1, submit: true)).Must(HttpStatusCode.OK);
        (await reviewer.Post($"{kept.Address}/approve", tag: merged.Tag)).Must(HttpStatusCode.OK);
        var feature = await server.Get($"/ogc/collections/projects/items/{code}");
        Assert.Equal(("Begun before", 116.63), ((string)feature["properties"]!["name_en"]!, (double)feature["geometry"]!["coordinates"]![0]!));
    }

    [Fact]
    public async Task A_conflict_of_one_in_five_hundred_is_one_and_the_others_stay_as_they_are()
    {
        using var mine = await server.SignIn("many", Role.Staff);
        using var theirs = await server.SignIn("one", Role.Staff);
        using var reviewer = await server.SignIn("sixth", Role.Reviewer);
        var (code, version) = await server.Unplaced();
        var set = await mine.Draft(Body(string.Join(',', SubmittedSites.Sites(499).Append(Place(code, version)))), code, version);
        await Approved(theirs, reviewer, Body(Place(code, version, 116.63)));
        var found = (await mine.Read($"{set.Address}/conflicts")).Json!;
        Assert.Equal((1L, 500), ((long)found["number"]!, (int)Assert.Single(found["conflicts"]!.AsArray())!["position"]!));
        var left = (await Resolve(mine, set, version + 1, """ "action":"leave-out" """, submit: true)).Must(HttpStatusCode.OK);
        Assert.Equal(499L, (long)left.Json!["number"]!);
        (await reviewer.Post($"{set.Address}/approve", tag: left.Tag)).Must(HttpStatusCode.OK);
        Assert.Equal(116.63, (double)(await server.Get($"/ogc/collections/projects/items/{code}"))["geometry"]!["coordinates"]![0]!);
    }

    [Theory]
    [InlineData("""{"resolutions":[]}""", "property-type")]
    [InlineData("""{"resolutions":[1]}""", "property-type")]
    [InlineData("""{"resolutions":[{"collection":"nowhere","code":"a","stands":1}]}""", "collection-unknown")]
    [InlineData("""{"resolutions":[{"collection":"projects","code":"a","stands":1,"action":"keep"}]}""", "value-unknown")]
    [InlineData("""{"resolutions":[{"collection":"projects","code":"a","stands":1,"properties":{"name_en":"ours"}}]}""", "value-unknown")]
    [InlineData("""{"resolutions":[{"collection":"projects","code":"a","stands":1,"properties":{"nothing":"mine"}}]}""", "property-unknown")]
    [InlineData("""{"resolutions":[{"collection":"projects","code":"a","stands":1,"geometry":"ours"}]}""", "value-unknown")]
    [InlineData("""{"resolutions":[{"collection":"projects","code":"a","stands":-1}]}""", "property-type")]
    [InlineData("""{"resolutions":[{"collection":"projects","code":"a","stands":1},{"collection":"projects","code":"a","stands":2}]}""", "feature-repeated")]
    public async Task What_resolves_nothing_is_refused(string body, string code)
    {
        using var mine = await server.SignIn("odd", Role.Staff);
        var set = await server.Draft(mine);
        Assert.Equal(code, (await mine.Post($"{set.Address}/conflicts", body, set.Tag)).Must(HttpStatusCode.UnprocessableEntity).Code);
        Assert.Equal("base-is-stale", (await Resolve(mine, set, set.Version)).Must(HttpStatusCode.Conflict).Code);
        Assert.Equal("change-set-unknown", (await mine.Read("/api/change-sets/999999/conflicts")).Must(HttpStatusCode.NotFound).Code);
    }

    private static double Longitude(JsonNode state) => (double)state["geometry"]!["coordinates"]![0]!;

    /// <summary>Says of the feature of the set which version stands and what is chosen.</summary>
    private static Task<Written> Resolve(HttpClient client, SetUnderTest set, int? stands, string chosen = "", bool submit = false) => client.Post(
        $"{set.Address}/conflicts",
        $$"""{"submit":{{(submit ? "true" : "false")}},"resolutions":[{"collection":"projects","code":"{{set.Code}}","stands":{{stands?.ToString(CultureInfo.InvariantCulture) ?? "null"}}{{(chosen.Length > 0 ? "," : "")}}{{chosen}}}]}""",
        set.Tag);
}
