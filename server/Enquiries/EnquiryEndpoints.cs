using System.Collections.Frozen;
using System.Net.Mime;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;
using SpatialPlan.Server.Database;
using SpatialPlan.Server.Parks;
using SpatialPlan.Server.Visitors;
using SpatialPlan.Server.Web;

namespace SpatialPlan.Server.Enquiries;

/// <summary>Investors write to the administration: kept for a stated time, never mailed, deletable through the link that the answer has.</summary>
public static class EnquiryEndpoints
{
    /// <summary>Many times what a long letter with its shortlist needs.</summary>
    private const int MostBytes = 64 * 1024;

    private static readonly string[] GetOrHead = [HttpMethods.Get, HttpMethods.Head];

    public static void AddEnquiries(this IServiceCollection services)
    {
        services.AddSingleton<EnquiryStore>();
        services.AddSingleton<EnquiryLimit>();
        services.AddHostedService<EnquiryExpiry>();
    }

    public static void MapEnquiries(this WebApplication app)
    {
        var enquiries = app.MapGroup("/api/enquiries").AllowAnonymous().Offers(MediaTypeNames.Application.Json);
        enquiries.MapMethods("", GetOrHead, Terms);
        enquiries.MapPost("", Submit);
    }

    /// <summary>What the form states before somebody agrees.</summary>
    private static JsonHttpResult<EnquiryTerms> Terms(IOptions<PlanOptions> options, HttpContext context)
    {
        QueryReader.Of(context.Request.Query, FrozenSet<string>.Empty);
        context.Response.Headers.CacheControl = "no-cache";
        return TypedResults.Json(new EnquiryTerms(options.Value.Enquiries.KeepDays, VisitorForm.LeastMs), JsonText.SnakeCase);
    }

    private static async Task<JsonHttpResult<EnquiryReceipt>> Submit(
        EnquiryStore enquiries, EnquiryLimit limit, ParkStore parks, RevisionStore revisions, IOptions<PlanOptions> options, HttpContext context, CancellationToken cancel)
    {
        var written = Enquiry.Read(await BoundedBody.Read(context.Request, MostBytes));
        var enquiry = written.Checked(parks.Rules is null ? [] : await parks.All(await revisions.Current(cancel), cancel), parks.Rules);
        limit.Take(context);
        var (reference, secret) = (VisitorSecret.NewReference(groups: 2), VisitorSecret.New());
        var until = await enquiries.Submit(reference, VisitorSecret.HashOf(secret)!, options.Value.Enquiries.KeepDays, enquiry, cancel);
        VisitorForm.KeepPrivate(context);
        return TypedResults.Json(
            new EnquiryReceipt(reference, until, $"{PublicAddress.Root(context.Request, options.Value)}/{enquiry.Language}/enquiries/{secret}"),
            JsonText.SnakeCase, statusCode: StatusCodes.Status201Created);
    }
}

/// <summary>For how many days an enquiry is kept, and how long the form is open at least.</summary>
public sealed record EnquiryTerms(int KeepDays, long LeastMs);

/// <summary>What the writer of an enquiry gets: a reference, until when it is kept, and the link by which it is deleted before.</summary>
public sealed record EnquiryReceipt(string Reference, DateTime KeptUntil, string DeleteUrl);
