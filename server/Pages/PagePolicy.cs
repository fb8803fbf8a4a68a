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
        var places = Enumerable.Range(0, candidates.Count).Where(candidates.IsValidCandidate).ToList();
        if (places.Any(place => IsPage(candidates[place].Endpoint)))
        {
            var wantsPage = !places.Any(place => IsOfTest(candidates[place])) && Negotiation.WantsPage(httpContext.Request);
            foreach (var place in places)
            {
                candidates.SetValidity(place, IsPage(candidates[place].Endpoint) == wantsPage);
            }
        }

        return Task.CompletedTask;
    }

    private bool IsOfTest(in CandidateState candidate) => candidate.Values?["collectionId"] is string id && tests.Find(id) is not null;

    private static bool IsPage(Endpoint endpoint) => endpoint.Metadata.GetMetadata<Page>() is not null;
}
