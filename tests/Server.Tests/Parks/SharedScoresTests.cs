using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using SpatialPlan.Server.Parks;
using Xunit;

namespace SpatialPlan.Server.Tests.Parks;

/// <summary>
/// The arithmetic of the ranking, on 1,000 random weights: the client's is held to the same file
/// (client/src/parks/shared-scores.test.ts). With WRITE_CASES=1 the file is written anew from this code.
/// </summary>
public sealed class SharedScoresTests
{
    private const int Seed = 20211130;
    private const int Cases = 1000;
    private const int Parks = 6;
    private const int Criteria = 5;

    [Fact]
    public void Shares_scores_ranks_and_order_are_those_of_the_shared_file()
    {
        var (tables, rows) = Made();
        if (Environment.GetEnvironmentVariable("WRITE_CASES") == "1")
        {
            Write(tables, rows);
        }

        var file = SharedCases.Read("scores");
        Assert.Equal(tables.Select(Text), file["tables"]!.AsArray().Select(table => string.Join(" / ", table!.AsArray())));
        Assert.Equal(rows, file["rows"]!.AsArray().Select(row => (string)row!));
    }

    private static string Text(List<List<Judgement>> table) => string.Join(" / ", table.Select(Park));

    private static string Park(List<Judgement> park) => string.Join(' ', park.Select(one => $"{one.Min}-{one.Max}"));

    private static (List<List<List<Judgement>>> Tables, List<string> Rows) Made()
    {
        var random = new Random(Seed);
        var tables = Enumerable.Range(0, 4).Select(_ => Enumerable.Range(0, Parks).Select(_ => Enumerable.Range(0, Criteria).Select(_ => Some(random)).ToList()).ToList()).ToList();
        return (tables, [.. Enumerable.Range(0, Cases).Select(_ => Row(random, tables))]);
    }

    /// <summary>Known, unknown, or known up to a figure.</summary>
    private static Judgement Some(Random random) => random.Next(4) switch
    {
        0 => Judgement.Unknown,
        1 => new Judgement(null, 0, random.Next(Judgement.Whole + 1)),
        _ when random.Next(Judgement.Whole + 1) is var known => new Judgement(null, known, known),
        _ => throw new InvalidOperationException(),
    };

    /// <summary>table · how unknown counts · weights · which criteria score → shares · scores · ranks · order</summary>
    private static string Row(Random random, List<List<List<Judgement>>> tables)
    {
        var place = random.Next(tables.Count);
        var unknown = (UnknownCounts)random.Next(3);
        // small ones and zeros too: there shares are a matter of remainders
        var most = random.Next(2) == 0 ? 4 : 101;
        var weights = Enumerable.Range(0, Criteria).Select(_ => random.Next(most)).ToList();
        var scores = Enumerable.Range(0, Criteria).Select(_ => random.Next(6) > 0).ToList();
        var shares = Scores.Shares([.. weights.Select((weight, at) => scores[at] ? weight : 0)]);
        var ranges = tables[place].Select(park => Scores.Sum([.. park.Select(one => one.Counted(unknown))], shares)).ToList();
        return string.Join(" | ", [
            place.ToString(CultureInfo.InvariantCulture), unknown.ToString().ToLowerInvariant(), string.Join(' ', weights), string.Join(' ', scores.Select(one => one ? 1 : 0)),
            string.Join(' ', shares), string.Join(' ', ranges.Select(range => $"{range.Min}-{range.Max}")), string.Join(' ', Scores.Ranks(ranges)), string.Join(' ', Scores.Order(ranges)),
        ]);
    }

    private static void Write(List<List<List<Judgement>>> tables, List<string> rows)
    {
        var file = new JsonObject
        {
            ["about"] = "The arithmetic of /api/parks/match. A table has a row for each park, a range in hundredths for each criterion. A case is: table | how unknown counts | weights | which criteria score | shares | scores in hundredths of points | ranks | order.",
            ["written_by"] = "WRITE_CASES=1, tests/Server.Tests/Parks/SharedScoresTests.cs",
            ["tables"] = new JsonArray([.. tables.Select(table => (JsonNode)new JsonArray([.. table.Select(park => (JsonNode)Park(park))]))]),
            ["rows"] = new JsonArray([.. rows.Select(row => (JsonNode)row)]),
        };
        File.WriteAllText(
            Path.Combine(Repository.Root, "tests", "cases", "scores.json"),
            file.ToJsonString(new JsonSerializerOptions { WriteIndented = true, NewLine = "\n", Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }) + "\n");
    }
}
