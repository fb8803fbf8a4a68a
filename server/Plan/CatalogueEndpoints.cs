using System.Collections.Frozen;
using System.Globalization;
using System.IO.Compression;
using System.Text;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Net.Http.Headers;
using SpatialPlan.Server.Catalogue;
using SpatialPlan.Server.Web;

namespace SpatialPlan.Server.Plan;

/// <summary>The catalogue for those who read it at run time: the client, and programs that want more than OGC API says.</summary>
public static class CatalogueEndpoints
{
    private const string Omit = "omit";

    private static readonly FrozenSet<string> Parameters = FrozenSet.Create(Omit);
    private static volatile Packing? latest;

    /// <summary>
    /// The files of the catalogue as they stand, with the revision that they are of; without the files and vocabularies that
    /// <c>omit</c> names. Every first visit waits for it, so it is packed at its best, once a revision.
    /// </summary>
    public static Results<ContentHttpResult, FileContentHttpResult, StatusCodeHttpResult> Catalogue(PlanCatalogue catalogue, HttpContext context)
    {
        var omitted = QueryReader.Of(context.Request.Query, Parameters).Find(Omit);
        var document = omitted is null ? catalogue.Document : catalogue.Document.Without(omitted.Split(','));
        if (RevisionFilter.IsHeld(context))
        {
            return TypedResults.StatusCode(StatusCodes.Status304NotModified);
        }

        var answer = Answer(document, RevisionFilter.Of(context).Number);
        if (!PackedFiles.Takes(context.Request, "br"))
        {
            return TypedResults.Text(answer, "application/json");
        }

        context.Response.Headers.ContentEncoding = "br";
        context.Response.Headers.Append(HeaderNames.Vary, HeaderNames.AcceptEncoding);
        return TypedResults.Bytes(Packed(answer), "application/json; charset=utf-8");
    }

    private static byte[] Packed(string answer)
    {
        if (latest is { } held && held.Answer == answer)
        {
            return held.Bytes;
        }

        using var packed = new MemoryStream();
        using (var brotli = new BrotliStream(packed, CompressionLevel.SmallestSize, leaveOpen: true))
        {
            brotli.Write(Encoding.UTF8.GetBytes(answer));
        }

        latest = new Packing(answer, packed.ToArray());
        return latest.Bytes;
    }

    private static string Answer(CatalogueDocument document, long revision) =>
        string.Create(CultureInfo.InvariantCulture, $$"""{"revision":{{revision}},"hash":"{{document.Hash}}",{{document.Json.AsSpan(1)}}""");

    private sealed record Packing(string Answer, byte[] Bytes);
}
