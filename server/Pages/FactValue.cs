using System.Globalization;
using System.Text.Json.Nodes;
using SpatialPlan.Server.Catalogue;
using SpatialPlan.Server.Geo;

namespace SpatialPlan.Server.Pages;

/// <summary>A value as a person reads it: terms by their names, amounts in units one can grasp.</summary>
public static class FactValue
{
    private const double Yi = 1e8;
    private const double Wan = 1e4;
    private const double Million = 1e6;
    private const double Billion = 1e9;
    private const double Hectare = 1e4;

    /// <summary>The lines of a value; none when there is nothing to say. A term and a text of one language may be in another than the page.</summary>
    public static IReadOnlyList<Said> Lines(PropertyDefinition property, JsonNode? value, PlanCatalogue catalogue, PageWords words) => (property.Type, value) switch
    {
        (PropertyType.Code, { } code) => [catalogue.Vocabularies[property.Vocabulary!].Find((string)code!) is { } term ? words.Said(term) : words.Said((string)code!)],
        (PropertyType.Outputs, JsonArray outputs) => [.. outputs.Select(output => InWords(output!, words, Output))],
        (PropertyType.Statements, JsonArray statements) => [.. statements.Select(statement => InWords(statement!, words, (said, own) => (string)said[What(own)]!))],
        (PropertyType.String, { } text) => [new Said(text.ToString(), Languages.OfMember(property.Name) ?? words.Language)],
        _ => [.. Texts(property, value, catalogue, words).Select(words.Said)],
    };

    private static string What(PageWords words) => $"what_{words.Language}";

    /// <summary>An entry that carries its words beside each other: as a whole in the language of the page, or else in one that it has.</summary>
    private static Said InWords(JsonNode entry, PageWords words, Func<JsonNode, PageWords, string> say)
    {
        var own = new[] { words, new PageWords(Languages.English), new PageWords(Languages.Chinese) }.First(own => entry[What(own)] is not null || own.IsChinese);
        return new Said(say(entry, own), own.Language);
    }

    private static IReadOnlyList<string> Texts(PropertyDefinition property, JsonNode? value, PlanCatalogue catalogue, PageWords words) => (property.Type, value) switch
    {
        (_, null) => [],
        (PropertyType.Codes, JsonArray codes) => codes.Count == 0 ? [] : [string.Join(words["separator"], codes.Select(code => Term(property.Vocabulary!, (string)code!, catalogue, words)))],
        (PropertyType.Strings, JsonArray texts) => texts.Count == 0 ? [] : [string.Join(words["separator"], texts.Select(text => (string)text!))],
        (PropertyType.Targets, JsonArray targets) => [.. targets.Select(target => Target(target!, catalogue, words))],
        (PropertyType.Grounds, JsonArray grounds) => [.. grounds.Select(ground => Ground(ground!, catalogue, words))],
        (PropertyType.Integer, _) => [((int)value!).ToString(CultureInfo.InvariantCulture)],
        (PropertyType.Number, _) => [Amount((double)value!, property.Unit, words)],
        _ => [value.ToString()],
    };

    /// <summary>As the plan writes it: 1000 亿元 and 5.5 万亩, in English CNY 100 billion and 55,000 mu.</summary>
    public static string Amount(double amount, string? unit, PageWords words) => unit switch
    {
        "CNY" or "USD" when Math.Abs(amount) >= Billion => words.Say($"{unit}.huge", Myriads(amount / Yi), Plain(amount / Billion)),
        "CNY" or "USD" when Math.Abs(amount) >= Yi => words.Say($"{unit}.large", Myriads(amount / Yi), Plain(amount / Million)),
        "CNY" or "USD" when IsRound(amount, Wan) => words.Say($"{unit}.small", Myriads(amount / Wan), Plain(amount / Million)),
        "CNY" or "USD" => words.Say($"{unit}.plain", Plain(amount)),
        "CNY/mu" => words.Say("CNY/mu", Myriads(amount / Wan), Plain(amount), Plain(Math.Round(Mu.Of(amount), 2))),
        "m2" when Mu.Of(amount) >= Wan - 0.5 => words.Say("area.large", Plain(amount), Plain(amount / Hectare), Myriads(Math.Round(Mu.Of(amount)) / Wan), Plain(Math.Round(Mu.Of(amount)))),
        "m2" => words.Say("area", Plain(amount), Plain(amount / Hectare), Plain(Math.Round(Mu.Of(amount), 2))),
        null => Plain(amount),
        _ => $"{Plain(amount)} {Unit(unit, words)}",
    };

    /// <summary>What a unit is called; its code where there is no word.</summary>
    public static string Unit(string unit, PageWords words) => words.Find($"unit.{unit}") ?? unit;

    /// <summary>Of 万 and 亿 the plan writes the digits without a break.</summary>
    private static string Myriads(double amount) => amount.ToString("0.##", CultureInfo.InvariantCulture);

    /// <summary>Whether two decimals of a multiple say the whole figure: 44,257 is not 4.43 万.</summary>
    private static bool IsRound(double amount, double size) => Math.Abs(amount) >= size && Math.Abs(Math.Round(amount / size, 2) - (amount / size)) < 1e-9;

    private static string Plain(double amount) => amount.ToString("#,0.##", CultureInfo.InvariantCulture);

    private static string Term(string vocabulary, string code, PlanCatalogue catalogue, PageWords words) =>
        catalogue.Vocabularies.GetValueOrDefault(vocabulary)?.Find(code) is { } term ? words.Of(term) : code;

    private static string Target(JsonNode target, PlanCatalogue catalogue, PageWords words)
    {
        string Of(string member, string vocabulary) => (string?)target[member] is { } code && catalogue.Vocabularies.ContainsKey(vocabulary) ? Term(vocabulary, code, catalogue, words) : "";
        var horizon = target["horizon"] is { } year ? $"{year}{words["years"]}" : "";
        var value = target["value"] is { } number ? Measured((double)number, (string?)target["unit"], (string?)target["comparator"], catalogue, words) : "";
        return Join(Of("indicator", "indicator"), horizon, value);
    }

    /// <summary>A figure of the plan with its unit and what it is to be: more than, at least, about. That it is to be reached goes without saying.</summary>
    public static string Measured(double value, string? unit, string? comparator, PlanCatalogue catalogue, PageWords words)
    {
        var amount = unit is null or "CNY" or "USD" or "CNY/mu" ? Amount(value, unit, words) : Counted(value, Term("unit", unit, catalogue, words), words);
        return comparator is null or "eq" ? amount
            : words.Say(comparator == "about" ? "compared.about" : "compared", Term("comparator", comparator, catalogue, words), amount);
    }

    /// <summary>So many of something: 35 万人 and 3.3 亿支 as the plan writes them, in English 350,000 people.</summary>
    private static string Counted(double value, string unit, PageWords words) =>
        IsRound(value, Yi) ? words.Say("counted.huge", Myriads(value / Yi), unit, Plain(value))
        : IsRound(value, Wan) ? words.Say("counted.large", Myriads(value / Wan), unit, Plain(value))
        : words.Say("counted", Plain(value), unit);

    /// <summary>The chain (or the cluster where no chain is named), how the park comes to it, and the plan's word for it.</summary>
    private static string Ground(JsonNode ground, PlanCatalogue catalogue, PageWords words)
    {
        var subject = (string?)ground["industry_chain"] is { } chain
            ? Term("industry_chain", chain, catalogue, words)
            : Term("industry_cluster", (string)ground["industry_cluster"]!, catalogue, words);
        return words.Say("ground", subject, Term("chain_degree", (string)ground["degree"]!, catalogue, words), (string)ground["words"]!);
    }

    private static string Output(JsonNode output, PageWords words)
    {
        var language = words.Language;
        var unit = (string?)output[$"unit_{language}"] ?? "";
        var quantity = output["quantity"] is not { } number ? unit : (string?)output["unit_en"] switch
        {
            "CNY" => Amount((double)number, "CNY", words),
            "CNY per mu" => Amount((double)number, "CNY/mu", words),
            _ => Counted((double)number, unit, words),
        };
        return Join((string?)output[$"what_{language}"] ?? "", quantity, output["per"] is { } per ? $"/ {words.Find($"per.{per}") ?? per.ToString()}" : "");
    }

    private static string Join(params string[] pieces) => string.Join(' ', pieces.Where(piece => piece.Length > 0));
}
