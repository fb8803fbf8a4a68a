using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using SpatialPlan.Server.Accounts;
using SpatialPlan.Server.Drafts;

namespace SpatialPlan.Server.IntegrationTests.Changes;

/// <summary>Files of a draft: what they are is told by their content; they go with the set and are for its author and reviewers.</summary>
public sealed class AttachmentTests(PlanServer server) : IClassFixture<PlanServer>
{
    private const string Site = """
        {"collection":"project-sites","properties":{"name_zh":"附件地块","industry_chain":"automotive","plan_status":"planned","accuracy_m":5},
         "geometry":{"type":"Polygon","coordinates":[[[116.61,35.41],[116.62,35.41],[116.62,35.42],[116.61,35.42],[116.61,35.41]]]}}
        """;

    private static readonly byte[] Pdf = Encoding.ASCII.GetBytes("%PDF-1.7 nothing more");
    private static readonly byte[] Png = [0x89, (byte)'P', (byte)'N', (byte)'G', 13, 10, 26, 10, 1, 2, 3];
    private static readonly byte[] Jpeg = [0xFF, 0xD8, 0xFF, 0xE0, 0, 16];

    [Fact]
    public async Task They_go_with_the_set_and_only_its_author_and_its_reviewers_have_them()
    {
        using var anna = await server.SignIn("attaching", Role.Staff);
        using var ben = await server.SignIn("ben", Role.Reviewer);
        using var other = await server.SignIn("other", Role.Staff);
        var draft = (await anna.Post("/api/drafts", Site)).Must(HttpStatusCode.Created);
        var address = $"/api/drafts/{(string)draft.Json!["id"]!}/attachments";
        var kept = await Attach(anna, address, "环评 批复.pdf", Pdf, AttachmentContent.Pdf);
        kept.Must(HttpStatusCode.Created);
        (await Attach(anna, address, "a.PNG", Png, AttachmentContent.Png)).Must(HttpStatusCode.Created);
        var photo = (await Attach(anna, address, "b.jpeg", Jpeg, AttachmentContent.Jpeg)).Must(HttpStatusCode.Created);
        Assert.Equal(("环评 批复.pdf", Pdf.Length), ((string)kept.Json!["name"]!, (int)kept.Json["size"]!));
        Assert.Equal(3, (await anna.Read(address)).Json!["attachments"]!.AsArray().Count);

        var file = $"{address}/{(string)kept.Json["id"]!}";
        using (var answer = await anna.GetAsync(file, TestContext.Current.CancellationToken))
        {
            Assert.Equal(Pdf, await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
            Assert.Equal("application/pdf", answer.Content.Headers.ContentType!.MediaType);
            Assert.StartsWith("attachment", answer.Content.Headers.ContentDisposition!.ToString(), StringComparison.Ordinal);
            Assert.Equal("环评 批复.pdf", answer.Content.Headers.ContentDisposition.FileNameStar);
            Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
            Assert.True(answer.Headers.CacheControl!.NoStore);
        }

        foreach (var stranger in new[] { ben, other })
        {
            foreach (var asked in new[] { await stranger.Read(address), await stranger.Read(file), await stranger.Write(HttpMethod.Delete, file), await Attach(stranger, address, "c.pdf", Pdf, AttachmentContent.Pdf) })
            {
                Assert.True(asked.Status is HttpStatusCode.NotFound or HttpStatusCode.Forbidden, $"{asked.Status}");
            }
        }

        (await anna.Write(HttpMethod.Delete, $"{address}/{(string)photo.Json!["id"]!}")).Must(HttpStatusCode.NoContent);
        Assert.Equal("attachment-unknown", (await anna.Write(HttpMethod.Delete, $"{address}/{(string)photo.Json["id"]!}")).Must(HttpStatusCode.NotFound).Code);

        var set = (await anna.Post("/api/change-sets", $$"""{"title":"t","basis":"b","drafts":["{{(string)draft.Json["id"]!}}"]}""")).Must(HttpStatusCode.Created);
        var setAddress = $"/api/change-sets/{(long)set.Json!["id"]!}";
        (await ben.Read($"{setAddress}/evidence")).Must(HttpStatusCode.NotFound);
        var submitted = (await anna.Post($"{setAddress}/submit", tag: set.Tag)).Must(HttpStatusCode.OK);
        (await other.Read(setAddress)).Must(HttpStatusCode.OK);
        (await other.Read($"{setAddress}/evidence")).Must(HttpStatusCode.NotFound);
        (await other.Read($"{setAddress}/attachments/{(string)kept.Json["id"]!}")).Must(HttpStatusCode.NotFound);
        var listed = (await ben.Read($"{setAddress}/evidence")).Must(HttpStatusCode.OK).Json!["attachments"]!.AsArray();
        Assert.Equal(["环评 批复.pdf", "a.PNG"], listed.Select(one => (string)one!["name"]!));
        using (var answer = await ben.GetAsync($"{setAddress}/attachments/{(string)kept.Json["id"]!}", TestContext.Current.CancellationToken))
        {
            Assert.Equal(Pdf, await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
        }

        (await ben.Post($"{setAddress}/approve", tag: submitted.Tag)).Must(HttpStatusCode.OK);
        var refusal = await Assert.ThrowsAsync<Npgsql.PostgresException>(() => server.Database.Execute("delete from plan.attachment"));
        Assert.Equal("change_sets_are_final", refusal.ConstraintName);
    }

    public static TheoryData<string, byte[], string, int, string> Wrong => new()
    {
        { "a.pdf", Png, AttachmentContent.Pdf, 422, "attachment-type-differs" },
        { "a.png", Pdf, AttachmentContent.Png, 422, "attachment-type-differs" },
        { "a.png", Png, AttachmentContent.Jpeg, 422, "attachment-type-differs" },
        { "a.html", Pdf, AttachmentContent.Pdf, 422, "attachment-type-differs" },
        { "a.pdf", "<script>"u8.ToArray(), AttachmentContent.Pdf, 422, "attachment-type-unknown" },
        { "a.pdf", "GIF89a"u8.ToArray(), AttachmentContent.Pdf, 422, "attachment-type-unknown" },
        { "a.pdf", [], AttachmentContent.Pdf, 422, "attachment-empty" },
        { "a.pdf", Pdf, "text/html", 415, "media-type-not-supported" },
        { "a.pdf", Pdf, "application/octet-stream", 415, "media-type-not-supported" },
        { "../../a.pdf", Pdf, AttachmentContent.Pdf, 422, "attachment-name-invalid" },
        { "C:\\a.pdf", Pdf, AttachmentContent.Pdf, 422, "attachment-name-invalid" },
        { "a\r\nSet-Cookie: b.pdf", Pdf, AttachmentContent.Pdf, 422, "attachment-name-invalid" },
        { "a\u202Efdp.pdf", Pdf, AttachmentContent.Pdf, 422, "attachment-name-invalid" },
        { "", Pdf, AttachmentContent.Pdf, 400, "parameter-empty" },
        { new string('a', 10_000) + ".pdf", Pdf, AttachmentContent.Pdf, 422, "attachment-name-invalid" },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public async Task What_is_no_such_file_is_refused(string name, byte[] content, string type, int status, string code)
    {
        using var anna = await server.SignIn("wrong-files", Role.Staff);
        var draft = (await anna.Post("/api/drafts", Site)).Must(HttpStatusCode.Created);
        var address = $"/api/drafts/{(string)draft.Json!["id"]!}/attachments";
        Assert.Equal(code, (await Attach(anna, address, name, content, type)).Must((HttpStatusCode)status).Code);
        Assert.Empty((await anna.Read(address)).Json!["attachments"]!.AsArray());
    }

    [Fact]
    public async Task It_is_not_too_large_and_there_are_not_too_many()
    {
        using var anna = await server.SignIn("many-files", Role.Staff);
        var draft = (await anna.Post("/api/drafts", Site)).Must(HttpStatusCode.Created);
        var address = $"/api/drafts/{(string)draft.Json!["id"]!}/attachments";
        var large = new byte[AttachmentContent.MostBytes + 1];
        Pdf.CopyTo(large, 0);
        Assert.Equal("too-large", (await Attach(anna, address, "large.pdf", large, AttachmentContent.Pdf)).Must(HttpStatusCode.RequestEntityTooLarge).Code);
        (await Attach(anna, address, "largest.pdf", large[..^1], AttachmentContent.Pdf)).Must(HttpStatusCode.Created);
        var all = await Task.WhenAll(Enumerable.Range(0, 22).Select(number => Attach(anna, address, $"{number}.pdf", Pdf, AttachmentContent.Pdf)));
        Assert.Equal(19, all.Count(one => one.Status == HttpStatusCode.Created));
        Assert.All(all.Where(one => one.Status != HttpStatusCode.Created), one => Assert.Equal("too-many-attachments", one.Must(HttpStatusCode.Conflict).Code));
    }

    private static async Task<Written> Attach(HttpClient client, string address, string name, byte[] content, string type)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"{address}?name={Uri.EscapeDataString(name)}") { Content = new ByteArrayContent(content) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue(type);
        using var answer = await client.SendAsync(request, TestContext.Current.CancellationToken);
        var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        return new Written(answer.StatusCode, text.StartsWith('{') ? JsonNode.Parse(text) : null, null);
    }
}
