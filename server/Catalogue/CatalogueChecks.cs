namespace SpatialPlan.Server.Catalogue;

/// <summary>What a schema cannot say: names that must exist elsewhere in the catalogue, and names that must be there once.</summary>
public static class CatalogueChecks
{
    /// <summary>Terms that the database itself goes by, whatever a package is about.</summary>
    private static readonly (string Vocabulary, string[] Terms)[] Needed =
    [
        ("review_state", ["draft", "in-review", "approved", "returned", "superseded", "withdrawn"]),
        ("placement", ["unplaced"]),
    ];

    public static IEnumerable<PackageProblem> Of(PlanCatalogue catalogue) =>
        Needed.SelectMany(needed => Absent(needed.Vocabulary, needed.Terms, catalogue)).Concat(catalogue.Vocabularies.Values.SelectMany(vocabulary => Vocabulary(vocabulary, catalogue)))
            .Concat(catalogue.Collections.SelectMany(collection => Collection(collection, catalogue)))
            .Concat(Twice(catalogue.Collections.Select(collection => collection.Id), "catalogue/layers.json"))
            .Concat(Twice(catalogue.Collections.Where(collection => collection.Role is not null and not CollectionRole.Constraint).Select(collection => $"role {collection.Role}"), "catalogue/layers.json"))
            .Concat(catalogue.Collections.Where(collection => collection.Role == CollectionRole.Constraint != (collection.Constraint is not null))
                .Select(collection => new PackageProblem("catalogue/layers.json", collection.Id, "the role constraint and the member constraint go together")))
            .Concat(catalogue.FindPlan(catalogue.Product.Plan) is null ? [new PackageProblem("catalogue/product.json", "plan", $"the plan {catalogue.Product.Plan} is not in catalogue/plans.json")] : [])
            .Concat(Twice(catalogue.Rules.Select(rule => rule.Code), "catalogue/rules.json"))
            .Concat(Twice(catalogue.Profiles.Select(profile => $"{profile.Kind} {profile.Code}"), "catalogue/profiles.json"))
            .Concat(catalogue.Profiles.Where(profile => profile.Kind != Profile.Feature && catalogue.Vocabularies.GetValueOrDefault(profile.Kind)?.Find(profile.Code) is null)
                .Select(profile => new PackageProblem("catalogue/profiles.json", profile.Code, $"is no term of {profile.Kind}")))
            .Concat(catalogue.Forms.SelectMany(form => Form(form, catalogue)))
            .Concat(Twice(catalogue.Plans.Select(plan => plan.Code), "catalogue/plans.json"));

    private static IEnumerable<PackageProblem> Absent(string name, string[] terms, PlanCatalogue catalogue) =>
        catalogue.Vocabularies.GetValueOrDefault(name) is not { } vocabulary
            ? [new PackageProblem("catalogue/vocabularies", name, $"the vocabulary is not there; every package needs it, with {string.Join(", ", terms)}")]
            : terms.Where(term => vocabulary.Find(term) is null).Select(term => new PackageProblem("catalogue/vocabularies", name, $"the term {term} is not there; every package needs it"));

    private static IEnumerable<PackageProblem> Vocabulary(Vocabulary vocabulary, PlanCatalogue catalogue)
    {
        var file = $"catalogue/vocabularies ({vocabulary.Name})";
        foreach (var problem in Twice(vocabulary.Terms.Select(term => term.Code), file))
        {
            yield return problem;
        }

        var parent = vocabulary.Parent is null ? null : catalogue.Vocabularies.GetValueOrDefault(vocabulary.Parent);
        if (vocabulary.Parent is not null && parent is null)
        {
            yield return new PackageProblem(file, null, $"its parent vocabulary {vocabulary.Parent} does not exist");
        }

        foreach (var term in vocabulary.Terms.Where(term => term.Parent is not null && parent?.Find(term.Parent) is null))
        {
            yield return new PackageProblem(file, term.Code, $"its parent {term.Parent} is no term of {vocabulary.Parent ?? "any vocabulary"}");
        }
    }

    private static IEnumerable<PackageProblem> Collection(CollectionDefinition collection, PlanCatalogue catalogue)
    {
        const string File = "catalogue/layers.json";
        foreach (var problem in Twice(collection.Properties.Select(property => property.Name), File, collection.Id))
        {
            yield return problem;
        }

        foreach (var property in collection.Properties)
        {
            var entry = $"{collection.Id}.{property.Name}";
            if (property.Type is PropertyType.Code or PropertyType.Codes && !catalogue.Vocabularies.ContainsKey(property.Vocabulary ?? ""))
            {
                yield return new PackageProblem(File, entry, $"its vocabulary {property.Vocabulary ?? "(none)"} does not exist");
            }

            if (property.References is not null && catalogue.FindCollection(property.References) is null)
            {
                yield return new PackageProblem(File, entry, $"refers to the collection {property.References}, which is not in the list");
            }

            if (property.ParentOf is not null && !collection.Has(property.ParentOf))
            {
                yield return new PackageProblem(File, entry, $"is the parent of {property.ParentOf}, which the collection does not have");
            }

            if (property.Sum && property.Type is not (PropertyType.Integer or PropertyType.Number))
            {
                yield return new PackageProblem(File, entry, "only a number has a sum");
            }
        }

        if (collection.CodesOf is { } owner && (owner == collection.Id || catalogue.FindCollection(owner) is not { CodesOf: null }))
        {
            yield return new PackageProblem(File, collection.Id, $"its codes_of {owner} is no other collection with codes of its own");
        }

        foreach (var (word, name) in new[] { ("chain_property", collection.ChainProperty), ("cluster_property", collection.ClusterProperty) })
        {
            if (name is not null && !collection.Has(name))
            {
                yield return new PackageProblem(File, collection.Id, $"its {word} {name} does not exist");
            }
        }
    }

    private static IEnumerable<PackageProblem> Form(FormDefinition form, PlanCatalogue catalogue)
    {
        const string File = "catalogue/forms.json";
        var collection = catalogue.FindRole(form.Role);
        var owner = collection is null ? null : catalogue.OwnerOf(collection);
        return Twice(form.Groups.SelectMany(group => group.Fields).Select(field => field.Property), File)
            .Concat(form.Properties.Where(name => collection?.Has(name) != true && owner?.Has(name) != true)
                .Select(name => new PackageProblem(File, name, $"is no property of the collection of role {form.Role} or of that whose codes it has")));
    }

    private static IEnumerable<PackageProblem> Twice(IEnumerable<string> names, string file, string? entry = null) =>
        names.GroupBy(name => name).Where(same => same.Count() > 1)
            .Select(same => new PackageProblem(file, entry is null ? same.Key : $"{entry}.{same.Key}", "stands there more than once"));
}
