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

    /// <summary>What the client asks for: the part that a first visit waits for, and those that it does without until they are wanted.</summary>
    private const int MostPackings = 4;

    private static readonly FrozenSet<string> Parameters = FrozenSet.Create(Omit);

    private static volatile IReadOnlyList<Packing> packings = [];

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

        var wanted = new Wanted(document, RevisionFilter.Of(context).Number);
        if (!PackedFiles.Takes(context.Request, "br"))
        {
            return TypedResults.Text(Answer(wanted), "application/json");
        }

        context.Response.Headers.ContentEncoding = "br";
        context.Response.Headers.Append(HeaderNames.Vary, HeaderNames.AcceptEncoding);
        return TypedResults.Bytes(Packed(wanted), "application/json; charset=utf-8");
    }

    private static byte[] Packed(Wanted wanted)
    {
        if (packings.FirstOrDefault(packing => packing.Of == wanted) is { } held)
        {
            return held.Bytes;
        }

        using var packed = new MemoryStream();
        using (var brotli = new BrotliStream(packed, CompressionLevel.SmallestSize, leaveOpen: true))
        {
            brotli.Write(Encoding.UTF8.GetBytes(Answer(wanted)));
        }

        // two that pack at once forget one of them, and it is packed again
        var added = new Packing(wanted, packed.ToArray());
        packings = [added, .. packings.Where(packing => packing.Of.Revision == wanted.Revision).Take(MostPackings - 1)];
        return added.Bytes;
    }

    private static string Answer(Wanted wanted) =>
        string.Create(CultureInfo.InvariantCulture, $$"""{"revision":{{wanted.Revision}},"hash":"{{wanted.Document.Hash}}",{{wanted.Document.Json.AsSpan(1)}}""");

    private sealed record Wanted(CatalogueDocument Document, long Revision);

    private sealed record Packing(Wanted Of, byte[] Bytes);
}
