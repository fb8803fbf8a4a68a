using System.Collections.Frozen;
using System.Text.Json;
using SpatialPlan.Server.Catalogue;
using SpatialPlan.Server.Web;

namespace SpatialPlan.Server.Search;

/// <summary>One box for features, the text of the plan and its vocabulary.</summary>
public static class SearchEndpoints
{
    private static readonly FrozenSet<string> Parameters = FrozenSet.Create("q", "limit");

    public static void AddSearch(this WebApplicationBuilder builder, PlanOptions options)
    {
        builder.Services.AddSingleton(services => BuiltTables.Pinyin(options.Pinyin, builder.Environment.ContentRootPath, services.GetRequiredService<ILogger<PinyinTable>>()));
        builder.Services.AddSingleton(services => BuiltTables.Simplified(options.Pinyin, builder.Environment.ContentRootPath, services.GetRequiredService<ILogger<SimplifiedTable>>()));
        builder.Services.AddSingleton<SearchIndexReader>();
        builder.Services.AddSingleton<SearchIndexes>();
        builder.Services.AddSingleton<FeaturesBeyond>();
        builder.Services.AddHostedService(services => services.GetRequiredService<SearchIndexes>());
    }

    public static void MapSearch(this WebApplication app) => app.MapMethods("/api/search", [HttpMethods.Get, HttpMethods.Head], Search).AllowAnonymous().Offers("application/json");

    private static async Task<IResult> Search(SearchIndexes indexes, FeaturesBeyond beyond, SimplifiedTable simplified, HttpContext context)
    {
        var query = Read(QueryReader.Of(context.Request.Query, Parameters), simplified);
        var index = await indexes.Get(context.RequestAborted);

        // The index may be a moment older than the revision, so its answers are not kept under it.
        context.Response.Headers.CacheControl = "no-store";
        return JsonText.Answer(JsonSerializer.SerializeToNode(SearchAnswer.Of(index, query, await beyond.Find(index, query, context.RequestAborted)), JsonFiles.Format)!);
    }

    private static SearchQuery Read(QueryReader query, SimplifiedTable simplified)
    {
        var words = query.Find("q") ?? throw RequestException.Malformed("parameter-missing", new { parameter = "q" });
        if (words.Length > SearchQuery.LongestQuery)
        {
            throw RequestException.Malformed("query-too-long", new { parameter = "q", maximum = SearchQuery.LongestQuery });
        }

        return words.Any(letter => char.IsControl(letter) && letter is not '\t')
            ? throw RequestException.Malformed("control-character", new { parameter = "q" })
            : SearchQuery.Of(words, Limit(query), simplified);
    }

    /// <summary>Whoever asks for more suggestions than there are is refused, for the list has no next page.</summary>
    private static int Limit(QueryReader query) =>
        query.Limit(SearchQuery.MaximumLimit + 1, SearchQuery.DefaultLimit) is var limit && limit <= SearchQuery.MaximumLimit ? limit
        : throw QueryReader.LimitInvalid(query.Find("limit")!, SearchQuery.MaximumLimit);
}
