using Microsoft.AspNetCore.Routing.Matching;
using SpatialPlan.Server.Catalogue;

namespace SpatialPlan.Server.Pages;

/// <summary>Marks an endpoint that answers with a page where another answers with JSON.</summary>
public sealed record Page;

/// <summary>Chooses between page and JSON at one address. Where there is no page, JSON answers and says so.</summary>
public sealed class PagePolicy(TestCollections tests) : MatcherPolicy, IEndpointSelectorPolicy
{
    public override int Order => 100;

    public bool AppliesToEndpoints(IReadOnlyList<Endpoint> endpoints) => endpoints.Any(IsPage);

    public Task ApplyAsync(HttpContext httpContext, CandidateSet candidates)
    {
        var (hasPage, hasTest) = (false, false);
        for (var place = 0; place < candidates.Count; place++)
        {
            if (candidates.IsValidCandidate(place))
            {
                hasPage |= IsPage(candidates[place].Endpoint);
                hasTest |= IsOfTest(candidates[place]);
            }
        }

        var wantsPage = hasPage && !hasTest && Negotiation.WantsPage(httpContext.Request);
        for (var place = 0; hasPage && place < candidates.Count; place++)
        {
            if (candidates.IsValidCandidate(place))
            {
                candidates.SetValidity(place, IsPage(candidates[place].Endpoint) == wantsPage);
            }
        }

        return Task.CompletedTask;
    }

    private bool IsOfTest(in CandidateState candidate) => candidate.Values?["collectionId"] is string id && tests.Find(id) is not null;

    private static bool IsPage(Endpoint endpoint) => endpoint.Metadata.GetMetadata<Page>() is not null;
}
