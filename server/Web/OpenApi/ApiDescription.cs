using System.Collections.Frozen;
using System.Net.Mime;
using System.Text;
using System.Text.Json.Nodes;

namespace SpatialPlan.Server.Web.OpenApi;

/// <summary>
/// The product's own API (/api) in OpenAPI 3.0: what is peculiar to each operation stands in api.json, from which the
/// types of the client are made too (scripts/api-types.mjs); what all operations share is added here.
/// </summary>
public static class ApiDescription
{
    public const string MediaType = "application/vnd.oai.openapi+json;version=3.0";

    private static readonly string[] GetOrHead = [HttpMethods.Get, HttpMethods.Head];

    public static void MapApiDescription(this WebApplication app)
    {
        var written = Encoding.UTF8.GetBytes(Document().ToJsonString(JsonText.Format));
        app.MapMethods("/api/openapi", GetOrHead, (HttpContext context) =>
        {
            QueryReader.Of(context.Request.Query, FrozenSet<string>.Empty);
            context.Response.Headers.CacheControl = "no-cache";
            return TypedResults.Bytes(written, MediaType);
        }).AllowAnonymous().Offers(MediaType, MediaTypeNames.Application.Json);
    }

    /// <summary>The whole document; its server is relative to its own address.</summary>
    public static JsonObject Document()
    {
        using var file = typeof(ApiDescription).Assembly.GetManifestResourceStream(typeof(ApiDescription), "api.json")!;
        var document = JsonNode.Parse(file)!.AsObject();
        document["info"]!["version"] = ProductVersion.Text;
        foreach (var (method, operation) in document["paths"]!.AsObject().SelectMany(path => path.Value!.AsObject()))
        {
            var responses = operation!["responses"]!.AsObject();
            foreach (var status in responses.Select(response => response.Key).Where(status => status.StartsWith('2')).ToList())
            {
                var answer = responses[status]!.AsObject();
                string[] peculiar = [.. (answer["headers"] as JsonObject ?? []).Select(header => header.Key)];
                responses[status] = OpenApiParts.Answer((string)answer["description"]!, answer["content"]?.DeepClone().AsObject() ?? [], peculiar);
            }

            operation["responses"] = OpenApiParts.Responses(responses, method == "get" ? [] : OpenApiParts.Writing);
        }

        foreach (var (kind, parts) in OpenApiParts.Components())
        {
            var shared = document["components"]![kind] as JsonObject ?? [];
            foreach (var (name, part) in parts!.AsObject())
            {
                shared[name] = part!.DeepClone();
            }

            document["components"]![kind] = shared;
        }

        return document;
    }
}
