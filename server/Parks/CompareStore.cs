using System.Text.Json.Nodes;
using SpatialPlan.Server.Catalogue;
using SpatialPlan.Server.Database;
using SpatialPlan.Server.Plan.Industries;
using SpatialPlan.Server.Plan.Policies;
using SpatialPlan.Server.Web;

namespace SpatialPlan.Server.Parks;

/// <summary>Finds out what codes are of, parks, projects or industry chains, and sets them side by side.</summary>
public sealed class CompareStore(ParkStore parks, IndustryStore industries, PolicyStore policies, PlanDatabase database, PlanCatalogue catalogue)
{
    private readonly CollectionDefinition? projects = catalogue.FindRole(CollectionRole.Project);

    /// <exception cref="RequestException">404: a code that is of nothing of these, or a package without rules; 400: they are of several kinds.</exception>
    public async Task<Compared> Read(IReadOnlyList<string> codes, PlanRevision revision, CancellationToken cancel)
    {
        var rules = parks.Rules ?? throw RequestException.Unknown("match-missing", new { });
        var allParks = await parks.All(revision, cancel);
        var chains = catalogue.TermsOf("industry_chain");
        var others = codes.Where(code => allParks.All(park => park.Code != code) && chains.All(chain => chain.Code != code)).ToArray();
        var ofProjects = others.Length == 0 ? [] : await Projects(others, cancel);
        var kinds = codes.Select(code =>
            allParks.Any(park => park.Code == code) ? ComparedKind.Park
            : ofProjects.ContainsKey(code) ? ComparedKind.Project
            : chains.Any(chain => chain.Code == code) ? ComparedKind.IndustryChain
            : throw RequestException.Unknown("feature-unknown", new { code })).Distinct().Order().ToList();
        return kinds switch
        {
            [ComparedKind.Park] => Parks(rules, allParks, codes),
            [ComparedKind.Project] => new(
                ComparedKind.Project, [.. codes.Select(code => Named(ofProjects[code]))],
                ProjectComparison.Rows(projects!, [.. codes.Select(code => ofProjects[code])]), await OtherProjects(codes, cancel)),
            [ComparedKind.IndustryChain] => await Chains(codes, revision, cancel),
            _ => throw RequestException.Malformed("kinds-mixed", new { parameter = "codes", kinds = kinds.Select(Compared.CodeOf) }),
        };
    }

    private Compared Parks(MatchRules rules, IReadOnlyList<Park> all, IReadOnlyList<string> codes)
    {
        ComparedSubject Subject(Park park) => Named(park.Code, park.NameZh, park.NameEn);
        var asked = codes.Select(code => all.First(park => park.Code == code)).ToList();
        return new(ComparedKind.Park, [.. asked.Select(Subject)], Comparison.Rows(rules, asked), [.. all.Except(asked).Select(Subject)]);
    }

    private async Task<Compared> Chains(IReadOnlyList<string> codes, PlanRevision revision, CancellationToken cancel)
    {
        static ComparedSubject Subject(Term term) => new(term.Code, term.Zh, term.En, term.Ja, term.Ko);
        var terms = catalogue.TermsOf("industry_chain");
        var said = new List<JsonObject>();
        foreach (var code in codes)
        {
            said.Add((await industries.Find(code, cancel))!);
        }

        var held = await policies.Of(revision, cancel);
        var applying = codes.Select(code => held.Policies
            .Where(policy => PolicyQuery.IsLimited(policy) && new PolicyQuery(code, null, null, null, null).Fits(policy, catalogue)).Select(policy => (string)policy["code"]!)).ToList();
        return new(
            ComparedKind.IndustryChain, [.. codes.Select(code => Subject(terms.First(term => term.Code == code)))],
            ChainComparison.Rows(said, applying), [.. terms.Where(term => !codes.Contains(term.Code)).Select(Subject)]);
    }

    private ComparedSubject Named(string code, string zh, string? en)
    {
        var profile = catalogue.FindProfile(Profile.Feature, code);
        return new(code, zh, en, profile?.NameJa, profile?.NameKo);
    }

    private ComparedSubject Named(JsonObject properties) => Named((string)properties["code"]!, (string)properties["name_zh"]!, (string?)properties["name_en"]);

    /// <summary>The projects among the codes with their properties; what one refers to is there with its names.</summary>
    private async Task<Dictionary<string, JsonObject>> Projects(string[] codes, CancellationToken cancel)
    {
        if (projects is null)
        {
            return [];
        }

        // Names of collections and properties come from the catalogue, where the schema allows lower case, digits, hyphens and underscores only.
        var values = projects.Properties.Select(property => property.References is { } id && catalogue.FindCollection(id) is { } other
            ? $"(select json_build_object('code', r.code, 'name_zh', r.name_zh, 'name_en', r.name_en) from {other.Published} r where r.code = f.{property.Column}) as {property.Column}"
            : $"f.{property.Column}");
        var found = new Dictionary<string, JsonObject>(StringComparer.Ordinal);
        await using var command = database.Public.CreateCommand(
            $"select f.code, (select row_to_json(p) from (select {string.Join(", ", values)}) p)::text from {projects.Published} f where f.code = any($1)");
        command.Parameters.Add(new() { Value = codes });
        await using var reader = await command.ExecuteReaderAsync(cancel);
        while (await reader.ReadAsync(cancel))
        {
            found[reader.GetString(0)] = JsonNode.Parse(reader.GetString(1))!.AsObject();
        }

        return found;
    }

    /// <summary>Those of the same chains first; a page offers some, the search has all.</summary>
    private async Task<IReadOnlyList<ComparedSubject>> OtherProjects(IReadOnlyList<string> codes, CancellationToken cancel)
    {
        const int Most = 24;
        var chain = projects!.ChainProperty is { } name ? $"f.{name}" : "null";
        var found = new List<ComparedSubject>();
        await using var command = database.Public.CreateCommand($"""
            select f.code, f.name_zh, f.name_en from {projects.Published} f
            where f.code <> all($1)
            order by coalesce({chain} in (select {chain} from {projects.Published} f where f.code = any($1)), false) desc, length(f.code), f.code
            limit {Most}
            """);
        command.Parameters.Add(new() { Value = codes.ToArray() });
        await using var reader = await command.ExecuteReaderAsync(cancel);
        while (await reader.ReadAsync(cancel))
        {
            found.Add(Named(reader.GetString(0), reader.GetString(1), reader.IsDBNull(2) ? null : reader.GetString(2)));
        }

        return found;
    }
}
