using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.Extensions.Options;
using SpatialPlan.Server.Web;

namespace SpatialPlan.Server.Ogc;

public sealed record Link(string Href, string Rel, string Type, string? Title = null)
{
    private static readonly JsonWriterOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    /// <summary>Writes links as an array; what a link does not say is left out.</summary>
    public static void Write(IBufferWriter<byte> output, params ReadOnlySpan<Link> links)
    {
        using var json = new Utf8JsonWriter(output, Plain);
        json.WriteStartArray();
        foreach (var link in links)
        {
            json.WriteStartObject();
            json.WriteString("href"u8, link.Href);
            json.WriteString("rel"u8, link.Rel);
            json.WriteString("type"u8, link.Type);
            if (link.Title is not null)
            {
                json.WriteString("title"u8, link.Title);
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}

/// <summary>Addresses and media types of the OGC API. Links keep the configured public address, or follow the request.</summary>
public sealed class Links(IOptions<PlanOptions> options)
{
    public const string Json = "application/json";
    public const string GeoJson = "application/geo+json";
    public const string Schema = "application/schema+json";
    public const string OpenApi = "application/vnd.oai.openapi+json;version=3.0";
    public const string Html = "text/html";
    public const string QueryablesRel = "http://www.opengis.net/def/rel/ogc/1.0/queryables";
    public const string SortablesRel = "http://www.opengis.net/def/rel/ogc/1.0/sortables";
    public const string FunctionsRel = "http://www.opengis.net/def/rel/ogc/1.0/functions";
    public const string SchemaRel = "http://www.opengis.net/def/rel/ogc/1.0/schema";
    public const string StylesRel = "http://www.opengis.net/def/rel/ogc/1.0/styles";
    public const string VectorTilesRel = "http://www.opengis.net/def/rel/ogc/1.0/tilesets-vector";
    public const string ConformanceRel = "http://www.opengis.net/def/rel/ogc/1.0/conformance";

    /// <summary>The address of the application itself.</summary>
    public string Root(HttpRequest request) => PublicAddress.Root(request, options.Value);

    /// <summary>A resource of the OGC API, "" being the landing page.</summary>
    public string To(HttpRequest request, string path) => $"{Root(request)}/ogc{path}";

    /// <summary>This very request, with other parameters.</summary>
    public string Self(HttpRequest request, IEnumerable<KeyValuePair<string, string>> query) =>
        $"{Root(request)}{request.Path.ToUriComponent()}{QueryString.Create(query!).ToUriComponent()}";

    public string Self(HttpRequest request) => $"{Root(request)}{request.Path.ToUriComponent()}{request.QueryString.ToUriComponent()}";
}
