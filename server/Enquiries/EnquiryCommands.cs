using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using SpatialPlan.Server.Database;
using SpatialPlan.Server.Web;

namespace SpatialPlan.Server.Enquiries;

/// <summary>The verb `enquiries` for who runs the server, by the owner's login: list, export csv | json, delete reference.</summary>
public static class EnquiryCommands
{
    public const string Verb = "enquiries";
    public const string Usage = "enquiries list | enquiries export csv|json | enquiries delete <reference>";

    private const int Failed = 1;
    private const int Misused = 2;

    private static readonly string[] Columns =
        ["reference", "received_at", "kept_until", "language", "name", "organisation", "contact", "parks", "questions", "message", "shortlist"];

    public static async Task<int> Run(IServiceProvider services, string[] words)
    {
        var owner = services.GetRequiredService<OwnerDatabase>();
        return words switch
        {
            ["list"] => await Write(owner, List),
            ["export", "csv"] => await Write(owner, Csv),
            ["export", "json"] => await Write(owner, all => new JsonArray([.. all.Select(one => one.DeepClone())]).ToJsonString(new JsonSerializerOptions(JsonText.Format) { WriteIndented = true })),
            ["delete", var reference] => await Delete(owner, reference),
            _ => await Refuse($"Use: {Usage}", Misused),
        };
    }

    /// <summary>One a line; of signs that turn the direction of text or hide in it a terminal is not told.</summary>
    internal static string List(IReadOnlyList<JsonObject> all) => all.Count == 0 ? "There is no enquiry.\n" : string.Concat(all.Select(one => string.Join(
        " · ", Columns[..8].Select(column => Plain(Cell(one, column))).Where(cell => cell.Length > 0)) + "\n"));

    internal static string Csv(IReadOnlyList<JsonObject> all) =>
        Spreadsheet.ByteOrderMark + string.Concat(all.Select(one => Columns.Select(column => Cell(one, column))).Prepend(Columns).Select(Spreadsheet.CsvRow));

    private static async Task<int> Write(OwnerDatabase owner, Func<IReadOnlyList<JsonObject>, string> write)
    {
        await using var command = owner.Source.CreateCommand("select to_jsonb(e) - 'secret_hash' from enquiry.enquiry e order by e.received_at, e.reference");
        await using var reader = await command.ExecuteReaderAsync();
        var all = new List<JsonObject>();
        while (await reader.ReadAsync())
        {
            all.Add(JsonNode.Parse(reader.GetString(0))!.AsObject());
        }

        await Say(write(all));
        return 0;
    }

    private static async Task<int> Delete(OwnerDatabase owner, string reference)
    {
        await using var command = owner.Source.CreateCommand("delete from enquiry.enquiry where reference = $1");
        command.Parameters.Add(new() { Value = reference.ToUpperInvariant() });
        if (await command.ExecuteNonQueryAsync() == 0)
        {
            return await Refuse($"There is no enquiry {Plain(reference)}.", Failed);
        }

        await Say($"Enquiry {Plain(reference.ToUpperInvariant())} is deleted.\n");
        return 0;
    }

    private static string Cell(JsonObject enquiry, string column) => enquiry[column] switch
    {
        JsonArray list => string.Join("; ", list.Select(item => (string)item!)),
        var value => value?.ToString() ?? "",
    };

    private static string Plain(string text) => string.Concat(text.Where(character =>
        !char.IsControl(character) && char.GetUnicodeCategory(character) is not (UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator)));

    /// <summary>As UTF-8, whatever the terminal is said to speak: it may be a file.</summary>
    private static async Task Say(string text)
    {
        await using var output = Console.OpenStandardOutput();
        await output.WriteAsync(Encoding.UTF8.GetBytes(text));
    }

    private static async Task<int> Refuse(string why, int code)
    {
        await Console.Error.WriteLineAsync(why);
        return code;
    }
}
