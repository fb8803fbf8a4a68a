using System.IO.Compression;
using System.Net;
using System.Text.Json.Nodes;

namespace SpatialPlan.Server.IntegrationTests;

/// <summary>What the package knows, for those who read it at run time.</summary>
public sealed class CatalogueTests(UnchangedPlan server) : IClassFixture<UnchangedPlan>
{
    private const string Address = "/api/catalogue";

    [Fact]
    public async Task It_has_a_member_for_each_file_and_vocabularies_by_name()
    {
        var catalogue = (await server.Get(Address)).AsObject();
        var folder = Path.Combine(Repository.GisData, "catalogue");
        foreach (var file in Directory.EnumerateFiles(folder, "*.json"))
        {
            Assert.True(JsonNode.DeepEquals(Read(file), catalogue[Path.GetFileNameWithoutExtension(file)]), file);
        }

        var vocabularies = Directory.EnumerateFiles(Path.Combine(folder, "vocabularies")).Select(Read).ToDictionary(vocabulary => (string)vocabulary["vocabulary"]!);
        Assert.Equal(vocabularies.Keys.Order(StringComparer.Ordinal), catalogue["vocabularies"]!.AsObject().Select(entry => entry.Key));
        Assert.All(catalogue["vocabularies"]!.AsObject(), entry => Assert.True(JsonNode.DeepEquals(vocabularies[entry.Key], entry.Value), entry.Key));
    }

    [Fact]
    public async Task It_leaves_out_what_somebody_does_without_and_is_still_of_the_same_hash()
    {
        var (whole, part) = ((await server.Get(Address)).AsObject(), (await server.Get($"{Address}?omit=glossary,indicator,nothing-of-ours")).AsObject());
        Assert.True(whole.ContainsKey("glossary") && whole["vocabularies"]!.AsObject().ContainsKey("indicator"));
        whole.Remove("glossary");
        whole["vocabularies"]!.AsObject().Remove("indicator");

        // What the package has and was left out is named; the rest is not.
        Assert.Equal(["glossary"], part["omitted"]!.AsArray().Select(name => (string)name!));
        part.Remove("omitted");
        Assert.True(JsonNode.DeepEquals(whole, part));
    }

    [Fact]
    public async Task It_leaves_out_languages_wherever_they_stand()
    {
        var (whole, part) = (await server.Get(Address), await server.Get($"{Address}?omit=ja,ko"));
        Assert.Contains(Members(whole), name => name is "ja" or "summary_ko");
        Assert.DoesNotContain(Members(part), name => name is "ja" or "ko" || name.EndsWith("_ja", StringComparison.Ordinal) || name.EndsWith("_ko", StringComparison.Ordinal));
        Assert.Equal((string)whole["hash"]!, (string)part["hash"]!);
        Assert.Equal(Members(whole).Count(name => name is "zh" or "summary_en"), Members(part).Count(name => name is "zh" or "summary_en"));
    }

    private static IEnumerable<string> Members(JsonNode? node) => node switch
    {
        JsonArray list => list.SelectMany(Members),
        JsonObject entry => entry.SelectMany(member => Members(member.Value).Prepend(member.Key)),
        _ => [],
    };

    [Fact]
    public async Task It_names_the_revision_it_is_of_and_is_not_sent_again_to_who_has_it()
    {
        var answer = await server.Send(Address);
        var revision = await server.Database.Ask<long>("select value from plan.revision");
        Assert.Equal(revision, (long)(await server.Get(Address))["revision"]!);
        Assert.StartsWith($"\"{revision}-", answer.Headers.ETag!.Tag, StringComparison.Ordinal);
        Assert.Equal("no-cache", answer.Headers.CacheControl?.ToString());
        Assert.Equal(HttpStatusCode.NotModified, (await server.Send(Address, ("If-None-Match", answer.Headers.ETag.ToString()))).StatusCode);
    }

    [Fact]
    public async Task It_is_sent_packed_at_its_best_to_who_takes_that()
    {
        // What every first visit asks for.
        const string Address = $"{CatalogueTests.Address}?omit=glossary,indicator,profiles,ja,ko";
        var plain = await (await server.Send(Address, ("Accept-Encoding", "identity"))).Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
        var answer = await server.Send(Address, ("Accept-Encoding", "br"));
        Assert.Equal("br", Assert.Single(answer.Content.Headers.ContentEncoding));
        Assert.Contains("Accept-Encoding", answer.Headers.Vary);
        var packed = await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
        Assert.True(packed.Length < plain.Length / 4, $"{packed.Length} bytes of {plain.Length}");
        using var unpacked = new MemoryStream();
        await using (var brotli = new BrotliStream(new MemoryStream(packed), CompressionMode.Decompress))
        {
            await brotli.CopyToAsync(unpacked, TestContext.Current.CancellationToken);
        }

        Assert.Equal(plain, unpacked.ToArray());
    }

    [Fact]
    public async Task A_parameter_is_refused() =>
        Assert.Equal("parameter-unknown", (string)(await server.GetProblem($"{Address}?x=1", HttpStatusCode.BadRequest))["code"]!);

    private static JsonNode Read(string file) => JsonNode.Parse(File.ReadAllText(file))!;
}
