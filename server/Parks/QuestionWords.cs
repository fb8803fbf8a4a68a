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
            ["kind"] = term.Kind, ["code"] = term.Code, ["zh"] = term.Words[0], ["en"] = term.Words.ElementAtOrDefault(1), ["ja"] = term.Ja, ["ko"] = term.Ko,
            ["industry_chain"] = term.IndustryChain, ["industry_cluster"] = term.IndustryCluster, ["paragraph"] = term.Paragraph,
        }),
    ];

    private async Task<QuestionTerms> Terms(PlanRevision revision, CancellationToken cancel)
    {
        if (kept is { } known && known.Revision == revision)
        {
            return known.Terms;
        }

        var all = new List<QuestionTerm>(
        [
            .. catalogue.TermsOf("industry_chain").Select(term => Named(new QuestionTerm("industry-chain", term.Code, [term.Zh, term.En], term.Code, term.Parent, null), term.Ja, term.Ko)),
            .. catalogue.TermsOf("industry_cluster").Select(term => Named(new QuestionTerm("industry-cluster", term.Code, [term.Zh, term.En], null, term.Code, null), term.Ja, term.Ko)),
        ]);
        await using var command = database.Public.CreateCommand(Sql());
        await using var reader = await command.ExecuteReaderAsync(cancel);
        while (await reader.ReadAsync(cancel))
        {
            var words = JsonDocument.Parse(reader.GetString(2)).RootElement;
            var chain = reader.GetString(3);
            string? Text(int column) => reader.IsDBNull(column) ? null : reader.GetString(column);
            all.Add(Named(
                new QuestionTerm(
                    reader.GetString(0), Text(1), [.. words.EnumerateArray().Where(word => word.ValueKind == JsonValueKind.String).Select(word => word.GetString()!)],
                    chain, catalogue.Vocabularies["industry_chain"].Find(chain)?.Parent, Text(4)),
                Text(5), Text(6)));
        }

        foreach (var park in await parks.All(revision, cancel))
        {
            var ground = park.Grounds.FirstOrDefault(one => one.IndustryChain is not null) ?? (park.Grounds.Count > 0 ? park.Grounds[0] : null);
            if (ground is not null)
            {
                var profile = catalogue.FindProfile(Profile.Feature, park.Code);
                all.Add(Named(
                    new QuestionTerm("park", park.Code, [park.NameZh, park.NameEn ?? park.NameZh, .. park.Aliases], ground.IndustryChain, ground.IndustryCluster, null),
                    profile?.NameJa, profile?.NameKo));
            }
        }

        var terms = new QuestionTerms(all);
        kept = new Kept(revision, terms);
        return terms;
    }

    private static QuestionTerm Named(QuestionTerm term, string? ja, string? ko) =>
        term with { Ja = ja, Ko = ko, Words = [.. term.Words, .. new[] { ja, ko }.OfType<string>()] };

    private string Sql()
    {
        var named = parks.Rules!.Criteria.SelectMany(criterion => criterion.Collections ?? []).Select(id => catalogue.FindCollection(id)!)
            .Where(collection => collection.ChainProperty is { } chain && collection.FindProperty(chain)!.Type == PropertyType.Code)
            .Select(collection => $"""
                select 'feature', f.code, (json_build_array(f.name_zh, coalesce(f.name_en, f.name_zh))::jsonb || to_jsonb(coalesce(f.aliases, '{"{}"}')))::text, f.{collection.ChainProperty}, f.citations -> 0 ->> 'paragraph', null, null
                from {collection.Published} f where f.{collection.ChainProperty} is not null
                """);
        string[] lists =
        [
            .. new[] { "products", "steps" }.Select(list => $"""
                select '{list[..^1]}', null, json_build_array(e ->> 'zh', e ->> 'en')::text, i.code, e ->> 'paragraph', e ->> 'ja', e ->> 'ko'
                from published_plan.industry i, jsonb_array_elements(i.content -> '{list}') e
                """),
            .. named,
        ];
        return string.Join("\nunion all\n", lists);
    }

    private sealed record Kept(PlanRevision Revision, QuestionTerms Terms);
}
