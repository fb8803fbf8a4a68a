using System.Collections.Frozen;
using System.Text;
using SpatialPlan.Server.Web;

namespace SpatialPlan.Server.Plan.Industries;

/// <summary>The chain panorama 产业链全景图, which the plan orders for each park, as JSON and as a table.</summary>
public static class IndustryEndpoints
{
    private static readonly FrozenSet<string> Parameters = FrozenSet.Create("f");

    public static async Task<IResult> Industry(string chain, IndustryStore industries, HttpContext context)
    {
        var query = QueryReader.Of(context.Request.Query, Parameters, "json", "csv");
        var industry = await industries.Find(chain, context.RequestAborted) ?? throw RequestException.Unknown("industry-chain-unknown", new { industry_chain = chain });
        if (query.Find("f") is not "csv")
        {
            return JsonText.Answer(industry);
        }

        // The name in both forms: browsers take the second, and the first is safe for those that do not know it.
        var name = (string)industry["industry_chain"]!["code"]!;
        var written = Uri.EscapeDataString($"{(string)industry["industry_chain"]!["zh"]!}.csv");
        context.Response.Headers.ContentDisposition = $"attachment; filename=\"{name}.csv\"; filename*=UTF-8''{written}";
        return TypedResults.Text(IndustryTable.Of(industry), "text/csv; charset=utf-8", Encoding.UTF8);
    }
}
