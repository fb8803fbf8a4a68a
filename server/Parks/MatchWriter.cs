using System.Text.Json;
using System.Text.Json.Nodes;

namespace SpatialPlan.Server.Parks;

/// <summary>Writes an answer as JSON, park by park: with very many parks nothing holds all of it.</summary>
public sealed class MatchWriter(Utf8JsonWriter json, MatchRules rules, MatchQuestion question, MatchAnswer answer)
{
    private const decimal Hundredths = 100;

    /// <summary>The members of the answer after the question, into an object that is open.</summary>
    /// <param name="flush">Sends what has been written once there is enough of it.</param>
    public async Task Write(Func<ValueTask> flush)
    {
        json.WriteStartArray("parks");
        foreach (var park in answer.Parks)
        {
            Write(park);
            await flush();
        }

        json.WriteEndArray();
        Write("excluded", answer.Excluded);
        Write("undecided", answer.Undecided);
        json.WriteStartArray("musts");
        foreach (var must in answer.Leaves)
        {
            json.WriteStartObject();
            json.WriteString("code", must.Must.Code);
            json.WriteNumber("leaves", must.Leaves);
            json.WriteNumber("undecided", must.Undecided);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private void Write(string name, IReadOnlyList<ParkApart> apart)
    {
        json.WriteStartArray(name);
        foreach (var (park, must) in apart)
        {
            json.WriteStartObject();
            json.WriteString("code", park.Code);
            json.WriteString("must", must);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private void Write(RankedPark ranked)
    {
        var park = ranked.Park;
        json.WriteStartObject();
        json.WriteString("code", park.Code);
        json.WriteString("name_zh", park.NameZh);
        json.WriteString("name_en", park.NameEn);
        json.WriteNumber("rank", ranked.Rank);
        json.WriteNumber("score_min", ranked.Score.Min / Hundredths);
        json.WriteNumber("score_max", ranked.Score.Max / Hundredths);
        json.WriteStartArray("criteria");
        for (var place = 0; place < ranked.Judgements.Count; place++)
        {
            Write(place, ranked.Judgements[place]);
        }

        json.WriteEndArray();
        json.WriteStartArray("why");
        foreach (var ground in park.GroundsFor(question))
        {
            ground.Written.WriteTo(json);
        }

        json.WriteEndArray();
        Facts(park);
        json.WriteString("page", $"/parks/{park.Code}");
        json.WriteEndObject();
    }

    private void Write(int place, Judgement judgement)
    {
        var share = answer.Shares[place];
        json.WriteStartObject();
        json.WriteString("code", rules.Criteria[place].Code);
        Write("raw", judgement.Raw);
        json.WriteNumber("scaled_min", judgement.Min / Hundredths);
        json.WriteNumber("scaled_max", judgement.Max / Hundredths);
        json.WriteNumber("weight", share);
        json.WriteNumber("product_min", judgement.Min * share / Hundredths);
        json.WriteNumber("product_max", judgement.Max * share / Hundredths);
        json.WriteBoolean("shown_only", !answer.IsScored[place]);
        json.WriteStartArray("citations");
        foreach (var citation in judgement.Citations)
        {
            citation.WriteTo(json);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    /// <summary>What the plan does not state, what applies, and how much of the readiness card is known.</summary>
    private void Facts(Park park)
    {
        Write("not_stated", park.NotStated);
        json.WriteNumber("known", rules.Facts.Count - park.NotStated.Count);
        json.WriteNumber("of", rules.Facts.Count);
        Write("policies", question.PoliciesOf(park));
        if (park.Readiness is not { } readiness)
        {
            json.WriteNull("readiness");
            return;
        }

        json.WriteStartObject("readiness");
        json.WriteString("grade", readiness.Grade);
        json.WriteNumber("known", readiness.Known);
        json.WriteNumber("of", readiness.Entries.Count);
        json.WriteEndObject();
    }

    private void Write(string name, IEnumerable<string> texts)
    {
        json.WriteStartArray(name);
        foreach (var text in texts)
        {
            json.WriteStringValue(text);
        }

        json.WriteEndArray();
    }

    private void Write(string name, JsonNode? node)
    {
        json.WritePropertyName(name);
        if (node is null)
        {
            json.WriteNullValue();
        }
        else
        {
            node.WriteTo(json);
        }
    }
}
