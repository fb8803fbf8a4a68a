using System.Net;
using System.Net.Http.Headers;

namespace SpatialPlan.Server.IntegrationTests;

/// <summary>One feature has a strong ETag of its own (RFC 9110, 8.8.1), by its code and version: it stays while others change.</summary>
public sealed class FeatureTagTests(UnchangedPlan server) : IClassFixture<UnchangedPlan>
{
    private const string Address = "/ogc/collections/projects/items/project-4-1-1";

    [Fact]
    public async Task The_tag_is_strong_names_code_and_version_and_is_304_without_a_body()
    {
        var first = await server.Send(Address);
        var tag = first.Headers.ETag!;
        Assert.False(tag.IsWeak);
        Assert.Matches("^\"project-4-1-1-1\\.[0-9a-f]{8}\"$", tag.Tag);
        foreach (var known in new[] { tag.Tag, $"W/{tag.Tag}", "*", $"\"another\", {tag.Tag}", $"{tag.Tag.TrimEnd('"')}-br\"" })
        {
            var again = await server.Send(Address, ("If-None-Match", known));
            Assert.True(again.StatusCode == HttpStatusCode.NotModified, known);
            Assert.Empty(await again.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
            Assert.StartsWith(tag.Tag.TrimEnd('"'), again.Headers.ETag!.Tag, StringComparison.Ordinal);
            Assert.True(again.Headers.CacheControl!.NoCache);
        }

        foreach (var other in new[] { "\"project-4-1-1-1\"", "\"project-4-1-1-2.00000000\"", $"{tag.Tag.TrimEnd('"')}-zip\"", (await server.Send("/ogc/collections/projects/items")).Headers.ETag!.ToString() })
        {
            Assert.True((await server.Send(Address, ("If-None-Match", other))).StatusCode == HttpStatusCode.OK, other);
        }
    }

    [Theory]
    [InlineData("br")]
    [InlineData("gzip")]
    public async Task What_is_packed_has_another_tag_and_either_is_known_again(string coding)
    {
        var plain = (await server.Send(Address)).Headers.ETag!;
        var packed = await server.Send(Address, ("Accept-Encoding", coding));
        Assert.Equal(coding, packed.Content.Headers.ContentEncoding.Single());
        Assert.Equal($"{plain.Tag.TrimEnd('"')}-{coding}\"", packed.Headers.ETag!.Tag);
        var again = await server.Send(Address, ("Accept-Encoding", coding), ("If-None-Match", packed.Headers.ETag!.Tag));
        Assert.Equal((HttpStatusCode.NotModified, packed.Headers.ETag), (again.StatusCode, again.Headers.ETag));
    }

    [Fact]
    public async Task What_is_written_otherwise_has_another_tag_and_a_page_keeps_that_of_the_revision()
    {
        var tags = new HashSet<EntityTagHeaderValue> { (await server.Send(Address)).Headers.ETag! };
        Assert.True(tags.Add((await server.Send($"{Address}?crs=http://www.opengis.net/def/crs/EPSG/0/4548")).Headers.ETag!));
        Assert.False(tags.Add((await server.Send($"{Address}?as-of={Uri.EscapeDataString(DateTimeOffset.UtcNow.ToString("O"))}")).Headers.ETag!));
        Assert.True((await server.Send($"{Address}?f=html")).Headers.ETag!.IsWeak);
        Assert.True((await server.Send("/ogc/collections/projects/items")).Headers.ETag!.IsWeak);
        Assert.Null((await server.Send("/ogc/collections/projects/items/nothing")).Headers.ETag);
    }

    [Fact]
    public async Task A_change_of_another_feature_leaves_it_and_a_version_of_its_own_does_not()
    {
        await using var database = await server.Clone();
        await using var application = PlanServer.Application(database.Address);
        var client = application.CreateClient();
        var before = (await client.GetAsync(Address, TestContext.Current.CancellationToken)).Headers.ETag!;
        await Approve(database, "project-4-1-3");
        Assert.Equal(HttpStatusCode.NotModified, await Ask(client, before));
        await Approve(database, "project-4-1-1");
        Assert.Equal(HttpStatusCode.OK, await Ask(client, before));
        var after = (await client.GetAsync(Address, TestContext.Current.CancellationToken)).Headers.ETag!;
        Assert.StartsWith("\"project-4-1-1-2.", after.Tag, StringComparison.Ordinal);

        // Who is signed in is told it too: it is said back as If-Match; that of a revision is not.
        foreach (var (address, isTold) in new[] { (Address, true), ("/ogc/collections/projects/items", false) })
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, address);
            request.Headers.Add("Cookie", "spatialplan=somebody");
            var answer = await client.SendAsync(request, TestContext.Current.CancellationToken);
            Assert.Equal(isTold ? after : null, answer.Headers.ETag);
            Assert.True(answer.Headers.CacheControl!.NoStore);
        }
    }

    private static async Task<HttpStatusCode> Ask(HttpClient client, EntityTagHeaderValue known)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, Address);
        request.Headers.IfNoneMatch.Add(known);
        using var answer = await client.SendAsync(request, TestContext.Current.CancellationToken);
        return answer.StatusCode;
    }

    /// <summary>Another version of a project, as somebody submits and another approves it.</summary>
    private static async Task Approve(TestDatabase database, string code)
    {
        var content = $"(select to_jsonb(f) || '{{\"name_en\": \"another\"}}' from feature.projects f where code = '{code}' and recorded_to is null)";
        var geometry = $"(select ST_AsGeoJSON(geom)::jsonb from feature.projects where code = '{code}' and recorded_to is null)";
        await database.Execute($"select review.submit('anna', jsonb_build_array(jsonb_build_object('collection', 'projects', 'code', '{code}', 'based_on', 1, 'content', {content}, 'geometry', {geometry}))); select review.decide('bo', 'approve', '[{{\"collection\": \"projects\", \"code\": \"{code}\", \"version\": 2}}]')");
    }
}
