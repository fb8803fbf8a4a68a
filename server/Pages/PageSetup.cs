using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.Extensions.DependencyInjection.Extensions;
using SpatialPlan.Server.Accounts;
using SpatialPlan.Server.Catalogue;
using SpatialPlan.Server.Ogc;
using SpatialPlan.Server.Pages.Parks;
using SpatialPlan.Server.Web;

namespace SpatialPlan.Server.Pages;

/// <summary>Pages for people at the addresses of the OGC API.</summary>
public static class PageSetup
{
    private static readonly string[] GetOrHead = [HttpMethods.Get, HttpMethods.Head];

    public static void AddPages(this IServiceCollection services)
    {
        services.TryAddEnumerable(ServiceDescriptor.Singleton<MatcherPolicy, PagePolicy>());
        services.AddSingleton<PageShell>();
        services.AddSingleton<PageItems>();
        services.AddSingleton<CollectionPages>();
        services.AddSingleton<ItemsPage>();
        services.AddSingleton<FeaturePage>();
        services.AddSingleton<ParkPage>();
        services.AddSingleton<ComparePage>();
        services.AddSingleton<ParkPicture>();
        services.AddSingleton<ChangeTable>();
        services.AddSingleton<CheckRules>();
        services.AddSingleton<DecidedChecks>();
        services.AddSingleton<HistoryPage>();
        services.AddSingleton<AtomFeed>();
        services.AddSingleton<ChangesFeed>();
        services.AddSingleton<DecisionPage>();
        services.AddSingleton<VisitorPage>();
        services.AddSingleton<EnquiryPage>();
        services.AddSingleton<ContestPage>();
        services.AddSingleton<ApiPage>();
        services.AddSingleton<ConformancePage>();
        services.AddSingleton<ExportChips>();
        services.AddSingleton<ErrorPage>();
        services.AddSingleton<ProblemPage>(services => services.GetRequiredService<ErrorPage>().Write);
    }

    public static void MapPages(this WebApplication app)
    {
        // A page is another answer than JSON, in each language: its ETag says so.
        var variant = new Variant(request => $"page-{Negotiation.Language(request)}");
        var ofInvestors = new Variant(request => $"page-{Negotiation.InvestorLanguage(request)}");
        var pages = app.MapGroup("/ogc").AddEndpointFilter<RevisionFilter>().WithMetadata(new Page(), variant).Offers("text/html", "application/xhtml+xml");
        var services = app.Services;
        var above = services.GetRequiredService<CollectionPages>();
        pages.MapMethods("/", GetOrHead, above.Landing);
        pages.MapMethods("/api", GetOrHead, services.GetRequiredService<ApiPage>().Api);
        pages.MapMethods("/conformance", GetOrHead, services.GetRequiredService<ConformancePage>().Classes);
        pages.MapMethods("/collections", GetOrHead, above.Collections);
        pages.MapMethods("/collections/{collectionId}", GetOrHead, above.Collection);
        pages.MapMethods("/collections/{collectionId}/items", GetOrHead, services.GetRequiredService<ItemsPage>().Items);
        pages.MapMethods("/collections/{collectionId}/items/{code}", GetOrHead, services.GetRequiredService<FeaturePage>().Feature);

        // Pages that are nothing but pages: what a link in a message opens, without the map.
        foreach (var language in Languages.All.Select(language => $"/{language}").Prepend(""))
        {
            var investors = app.MapGroup(language).AddEndpointFilter<RevisionFilter>().WithMetadata(ofInvestors).Offers("text/html", "application/xhtml+xml");
            investors.MapMethods("/parks/{code}", GetOrHead, services.GetRequiredService<ParkPage>().Park);
            investors.MapMethods("/compare", GetOrHead, (Delegate)services.GetRequiredService<ComparePage>().Compare);
        }

        app.MapMethods(ParkPage.Picture, GetOrHead, services.GetRequiredService<ParkPicture>().Park).AddEndpointFilter<RevisionFilter>().Offers("image/png", "image/*");
        var history = app.MapGroup("/history").AddEndpointFilter<RevisionFilter>().WithMetadata(variant).Offers("text/html", "application/xhtml+xml");
        history.MapMethods("/{collectionId}/{code}", GetOrHead, services.GetRequiredService<HistoryPage>().Feature);

        app.MapMethods(ChangesFeed.Address, GetOrHead, (Delegate)services.GetRequiredService<ChangesFeed>().Read)
            .AddEndpointFilter<RevisionFilter>().WithMetadata(new Variant(ChangesFeed.VariantOf)).AllowAnonymous().Offers(Links.Json, AtomFeed.MediaType);

        app.MapMethods("/api/decisions/{decision}/sheet", GetOrHead, (Delegate)services.GetRequiredService<DecisionPage>().Sheet).Needs(Role.Staff, Role.Reviewer).Offers("text/html", "application/xhtml+xml");

        var (enquiry, contest) = (services.GetRequiredService<EnquiryPage>(), services.GetRequiredService<ContestPage>());
        foreach (var language in Languages.All.Select(language => $"/{language}").Prepend(""))
        {
            var enquiries = app.MapGroup($"{language}/enquiries/{{secret}}").Offers("text/html", "application/xhtml+xml");
            enquiries.MapMethods("", GetOrHead, enquiry.Show).AllowAnonymous();
            enquiries.MapPost("", enquiry.Delete).AllowAnonymous().WithMetadata(new AcceptsMetadata(["application/x-www-form-urlencoded"]));
            var contests = app.MapGroup($"{language}/contests").Offers("text/html", "application/xhtml+xml");
            contests.MapMethods("/{reference}", GetOrHead, contest.Show).AllowAnonymous();
            contests.MapMethods("/contact/{secret}", GetOrHead, contest.Contact).AllowAnonymous();
            contests.MapPost("/contact/{secret}", contest.DeleteContact).AllowAnonymous().WithMetadata(new AcceptsMetadata(["application/x-www-form-urlencoded"]));
        }
    }
}
