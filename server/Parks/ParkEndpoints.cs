using System.Text.Json.Nodes;
using SpatialPlan.Server.Catalogue;
using SpatialPlan.Server.Web;

namespace SpatialPlan.Server.Parks;

/// <summary>Parks for somebody who has an industry in mind: ranked, with the reasons, the arithmetic and what is not known.</summary>
public static class ParkEndpoints
{
    private static readonly string[] GetOrHead = [HttpMethods.Get, HttpMethods.Head];

    public static void AddParks(this IServiceCollection services)
    {
        services.AddSingleton<ParkStore>();
        services.AddSingleton<QuestionWords>();
        services.AddSingleton<CompareStore>();
    }

    public static void MapParks(this WebApplication app)
    {
        var parks = app.MapGroup("/api/parks").AllowAnonymous().AddEndpointFilter<RevisionFilter>().Offers("application/json");
        parks.MapMethods("/match", GetOrHead, Match);
        parks.MapMethods("/compare", GetOrHead, (Delegate)CompareEndpoint.Compare);
    }

    private static async Task<IResult> Match(ParkStore store, QuestionWords words, PlanCatalogue catalogue, HttpContext context, CancellationToken cancel)
    {
        var query = QueryReader.Of(context.Request.Query, MatchQuestion.Parameters);
        var rules = store.Rules ?? throw RequestException.Unknown("match-missing", new { });
        var question = MatchQuestion.Read(query, catalogue, rules);
        if (RevisionFilter.IsHeld(context))
        {
            return RevisionFilter.Unchanged;
        }

        var revision = RevisionFilter.Of(context);
        var parks = await store.All(revision, cancel);
        var (understood, said) = await words.Understand(question, revision, cancel);
        var asked = understood is null ? question : understood with { Policies = await store.PoliciesFor(understood, revision, cancel) };
        var answer = understood is null ? MatchAnswer.Nothing : MatchAnswer.Of(rules, asked, parks);
        return new WrittenJson(async (json, flush) =>
        {
            json.WriteStartObject();
            json.WriteNumber("revision", revision.Number);
            json.WritePropertyName("question");
            Said(rules, asked, said).WriteTo(json);
            await new MatchWriter(json, rules, asked, answer).Write(flush);
            json.WriteEndObject();
        });
    }

    private static JsonObject Said(MatchRules rules, MatchQuestion question, JsonObject? words) => new()
    {
        ["industry_chain"] = question.IndustryChain,
        ["industry_cluster"] = question.IndustryCluster,
        ["q"] = question.Words,
        ["understood"] = words?["understood"]?.DeepClone(),
        ["nearest"] = words?["nearest"]?.DeepClone() ?? new JsonArray(),
        ["must"] = new JsonArray([.. question.Musts.Select(must => (JsonNode)must.Text)]),
        ["weights"] = new JsonObject(rules.Criteria.Select((criterion, place) => KeyValuePair.Create(criterion.Code, (JsonNode?)question.Weights[place]))),
        ["unknown"] = question.Unknown.ToString().ToLowerInvariant(),
    };
}
