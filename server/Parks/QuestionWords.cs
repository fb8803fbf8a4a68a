using System.Text.Json;
using System.Text.Json.Nodes;
using SpatialPlan.Server.Catalogue;
using SpatialPlan.Server.Database;

namespace SpatialPlan.Server.Parks;

/// <summary>What was typed instead of a chain: a product, a step, an enterprise, a park, or the chain itself, in any language that the data has.</summary>
public sealed class QuestionWords(PlanDatabase database, PlanCatalogue catalogue, ParkStore parks)
{
    private const int MostCandidates = 6;

    private volatile Kept? kept;

    /// <summary>The question with the chain that the words mean; null when they mean none, then with the nearest terms.</summary>
    /// <param name="question">What was asked.</param>
    /// <param name="revision">The state of the plan.</param>
    /// <param name="cancel">Stops it.</param>
    /// <returns>The question to answer, and what the answer says of the words.</returns>
    public async Task<(MatchQuestion? Question, JsonObject? Said)> Understand(MatchQuestion question, PlanRevision revision, CancellationToken cancel)
    {
        if (string.IsNullOrEmpty(question.Words))
        {
            return (question, null);
        }

        var terms = await Terms(revision, cancel);
        var candidates = terms.Find(question.Words);
        var said = new JsonObject { ["understood"] = Listed(candidates.Meant), ["nearest"] = Listed(candidates.Nearest) };
        if (question.IndustryChain is not null || question.IndustryCluster is not null)
        {
            return (question, said);
        }

        return candidates.Meant is [var meant, ..]
            ? (question with { IndustryChain = meant.IndustryChain, IndustryCluster = meant.IndustryCluster }, said)
            : (null, said);
    }

    private static JsonArray Listed(IEnumerable<QuestionTerm> terms) =>
    [
        .. terms.Take(MostCandidates).Select(term => (JsonNode)new JsonObject
        {
            ["kind"] = term.Kind, ["code"] = term.Code, ["zh"] = term.Words[0], ["en"] = term.Words.ElementAtOrDefault(1),
            ["industry_chain"] = term.IndustryChain, ["industry_cluster"] = term.IndustryCluster, ["paragraph"] = term.Paragraph,
        }),
    ];

    private async Task<QuestionTerms> Terms(PlanRevision revision, CancellationToken cancel)
    {
        if (kept is { } known && known.Revision == revision)
        {
            return known.Terms;
        }

        var all = new List<QuestionTerm>(catalogue.Vocabularies.Where(entry => entry.Key is "industry_chain" or "industry_cluster").SelectMany(entry => entry.Value.Terms.Select(term => entry.Key == "industry_chain"
            ? new QuestionTerm("industry-chain", term.Code, [term.Zh, term.En, .. Other(term.Definition)], term.Code, term.Parent, null)
            : new QuestionTerm("industry-cluster", term.Code, [term.Zh, term.En, .. Other(term.Definition)], null, term.Code, null))));
        await using var command = database.Public.CreateCommand(Sql());
        await using var reader = await command.ExecuteReaderAsync(cancel);
        while (await reader.ReadAsync(cancel))
        {
            var words = JsonDocument.Parse(reader.GetString(2)).RootElement;
            var chain = reader.GetString(3);
            all.Add(new QuestionTerm(
                reader.GetString(0), reader.IsDBNull(1) ? null : reader.GetString(1), [.. words.EnumerateArray().Where(word => word.ValueKind == JsonValueKind.String).Select(word => word.GetString()!)],
                chain, catalogue.Vocabularies["industry_chain"].Find(chain)?.Parent, reader.IsDBNull(4) ? null : reader.GetString(4)));
        }

        foreach (var park in await parks.All(revision, cancel))
        {
            var ground = park.Grounds.FirstOrDefault(one => one.IndustryChain is not null) ?? (park.Grounds.Count > 0 ? park.Grounds[0] : null);
            if (ground is not null)
            {
                all.Add(new QuestionTerm("park", park.Code, [park.NameZh, park.NameEn ?? park.NameZh, .. park.Aliases], ground.IndustryChain, ground.IndustryCluster, null));
            }
        }

        var terms = new QuestionTerms(all);
        kept = new Kept(revision, terms);
        return terms;
    }

    /// <summary>The words of a term in languages beyond those of the plan.</summary>
    private static IEnumerable<string> Other(JsonElement definition) =>
        new[] { "ja", "ko" }.Select(language => definition.TryGetProperty(language, out var word) ? word.GetString() : null).OfType<string>();

    private string Sql()
    {
        var named = parks.Rules!.Criteria.SelectMany(criterion => criterion.Collections ?? []).Select(id => catalogue.FindCollection(id)!)
            .Where(collection => collection.ChainProperty is { } chain && collection.FindProperty(chain)!.Type == PropertyType.Code)
            .Select(collection => $"""
                select 'feature', f.code, (json_build_array(f.name_zh, f.name_en)::jsonb || to_jsonb(coalesce(f.aliases, '{"{}"}')))::text, f.{collection.ChainProperty}, f.citations -> 0 ->> 'paragraph'
                from {collection.Published} f where f.{collection.ChainProperty} is not null
                """);
        string[] lists =
        [
            .. new[] { "products", "steps" }.Select(list => $"""
                select '{list[..^1]}', null, json_build_array(e ->> 'zh', e ->> 'en', e ->> 'ja', e ->> 'ko')::text, i.code, e ->> 'paragraph'
                from published_plan.industry i, jsonb_array_elements(i.content -> '{list}') e
                """),
            .. named,
        ];
        return string.Join("\nunion all\n", lists);
    }

    private sealed record Kept(PlanRevision Revision, QuestionTerms Terms);
}
