using System.Diagnostics;
using System.Text.Json.Nodes;

namespace SpatialPlan.Server.IntegrationTests;

/// <summary>The verb of the owner, as the command line has it: what was written is listed and exported as text that nothing runs, and deleted.</summary>
public sealed class EnquiryCommandTests(PlanDatabases databases)
{
    [Fact]
    public async Task Lists_exports_and_deletes()
    {
        await using var database = await databases.Loaded();
        Assert.Equal((0, "There is no enquiry.\n", ""), await Run(database, "list"));
        await database.Execute("""
            select enquiry.submit('AAAA-2222', sha256('a'), interval '9 days', '{"language":"zh","name":"周\u202e三","contact":"ada@example.org","organisation":"=cmd()","message":"one\ntwo, \"three\"","parks":["park-2","park-5"],"questions":[]}');
            select enquiry.submit('BBBB-3333', sha256('b'), interval '9 days', '{"language":"en","name":"Bo","contact":"123456","parks":[],"questions":["land-price"]}');
            """);

        var (_, listed, _) = await Run(database, "list");
        Assert.Equal(2, listed.TrimEnd().Split('\n').Length);
        Assert.Contains("周三 · =cmd() · ada@example.org · park-2; park-5", listed, StringComparison.Ordinal);

        var (_, csv, _) = await Run(database, "export", "csv");
        Assert.StartsWith("\uFEFFreference,received_at", csv, StringComparison.Ordinal);
        Assert.Contains("'=cmd()", csv, StringComparison.Ordinal);
        Assert.Contains("\"one\ntwo, \"\"three\"\"\"", csv, StringComparison.Ordinal);

        var (_, json, _) = await Run(database, "export", "json");
        Assert.Equal(["AAAA-2222", "BBBB-3333"], JsonNode.Parse(json)!.AsArray().Select(one => (string)one!["reference"]!));
        Assert.DoesNotContain("secret", json, StringComparison.Ordinal);

        Assert.Equal((0, "Enquiry AAAA-2222 is deleted.\n", ""), await Run(database, "delete", "aaaa-2222"));
        Assert.Equal((1, "", "There is no enquiry AAAA-2222.\n"), await Run(database, "delete", "AAAA-2222"));
        Assert.Equal(["BBBB-3333"], await database.Rows("select reference from enquiry.enquiry"));
    }

    [Theory]
    [InlineData]
    [InlineData("export")]
    [InlineData("export", "xlsx")]
    [InlineData("delete")]
    public async Task Says_what_it_knows(params string[] words)
    {
        await using var database = databases.Missing();
        var (code, output, error) = await Run(database, words);
        Assert.Equal((2, ""), (code, output));
        Assert.Matches("^Use: enquiries list [^\n]+\n$", error);
    }

    private static async Task<(int Code, string Output, string Error)> Run(TestDatabase database, params string[] words)
    {
        var program = new ProcessStartInfo("dotnet", [typeof(Program).Assembly.Location, "enquiries", .. words])
        {
            RedirectStandardError = true,
            RedirectStandardOutput = true,
            Environment = { ["ConnectionStrings__Plan"] = database.Address, ["ConnectionStrings__PlanStaff"] = "", ["ConnectionStrings__PlanPublic"] = "" },
        };
        using var process = Process.Start(program)!;

        // Byte by byte: a reader of text would swallow the mark at its beginning.
        using var bytes = new MemoryStream();
        var (output, error) = (process.StandardOutput.BaseStream.CopyToAsync(bytes, TestContext.Current.CancellationToken), process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken));
        await process.WaitForExitAsync(TestContext.Current.CancellationToken).WaitAsync(TimeSpan.FromSeconds(60), TestContext.Current.CancellationToken);
        await output;
        return (process.ExitCode, System.Text.Encoding.UTF8.GetString(bytes.ToArray()), await error);
    }
}
