using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Net.Http.Headers;
using SpatialPlan.Server.Web;

namespace SpatialPlan.Server.Pages;

/// <summary>What a person reads in a browser when there is no answer: words, and the code that programs get.</summary>
public sealed class ErrorPage(PageShell shell, CollectionPages above)
{
    public async Task<bool> Write(HttpContext context, int status, string code, object? args, string traceId)
    {
        var request = context.Request;
        context.Response.Headers.Append(HeaderNames.Vary, "Accept, Accept-Language");
        if (request.Query["f"] == "json" || !Negotiation.PrefersPage(request))
        {
            return false;
        }

        var words = new PageWords(Negotiation.AnyLanguage(request));
        var says = words.Find($"error.{code}") ?? words.Find($"error.{status}") ?? words["error.title"];
        var head = new PageHead(words["error.title"], says, [above.Root(words)], "", []);
        var page = shell.Answer(context, words, head, html =>
        {
            html.Element("h1", head.Title).Element("p", says, ("class", "lead"));
            html.Element("dl", () =>
            {
                Entry(html, words["error.code"], $"{status} {code}");
                if (args is not null && JsonSerializer.SerializeToNode(args, JsonText.Format) is JsonObject { Count: > 0 } details)
                {
                    Entry(html, words["error.about"], string.Join(" · ", details.Where(detail => detail.Value is not null).Select(detail => $"{detail.Key}: {Plain(detail.Value!)}")));
                }

                Entry(html, words["error.trace"], traceId);
            }, ("class", "small"));
        });
        await page.ExecuteAsync(context);
        return true;
    }

    private static string Plain(JsonNode value) => value is JsonArray list ? string.Join(", ", list.Select(item => item?.ToString())) : value.ToString();

    private static void Entry(Html html, string name, string value) => html.Element("dt", name).Element("dd", () => html.Element("bdi", value));
}
