using System.Text.Json;
using Npgsql;
using NpgsqlTypes;
using SpatialPlan.Server.Catalogue;

namespace SpatialPlan.Server.GisData;

/// <summary>The statements of one load, in their order; the functions they call live in Database/Functions.</summary>
public sealed class LoadTransaction(NpgsqlConnection connection)
{
    /// <summary>A new column may write a table of a million rows anew, with all its indexes.</summary>
    private const int LongestStatementSeconds = 900;

    private bool changed;
    private DateTime loadedAt;

    public async Task<string?> InstalledHash(CancellationToken cancel) =>
        (string?)await Scalar("select hash from plan.installed where what = 'gis-data'", cancel);

    public async Task<long> Revision(CancellationToken cancel) => (long)(await Scalar("select value from plan.revision", cancel))!;

    /// <summary>Waits for other loads, and for nobody else: the revision is locked at the end.</summary>
    public async Task Begin(CancellationToken cancel)
    {
        await Scalar("lock table plan.installed in share row exclusive mode", cancel);
        loadedAt = (DateTime)(await Scalar("select plan.begin_write()", cancel))!;
    }

    public async Task Catalogue(PlanCatalogue catalogue, CancellationToken cancel)
    {
        // A parent before its children, which refer to it.
        foreach (var vocabulary in catalogue.Vocabularies.Values.OrderBy(vocabulary => Depth(vocabulary, catalogue)))
        {
            await Vocabulary(vocabulary.Name, vocabulary.Parent, vocabulary.Terms.Select(term => term.Definition), cancel);
        }

        // No vocabulary begins with an underscore.
        await Vocabulary("_rule", null, catalogue.Rules, cancel);
        await Vocabulary("_plan", null, catalogue.Plans.Select(plan => new { plan.Code, plan.Title.Zh, plan.Title.En, plan.Number, plan.Date }), cancel);

        // What is said of collections and product is seen by readers, so a change of it is a visible change.
        await Vocabulary("_collection", null, catalogue.Collections.Select(collection => new
        {
            code = collection.Id, collection.Title.Zh, collection.Title.En, collection.Group, collection.Order, collection.ChainProperty,
        }), cancel);
        await Vocabulary("_product", null, new[] { catalogue.Product }.Select(product => new { code = product.Plan, product.Title.Zh, product.Title.En, product }), cancel);
        foreach (var collection in catalogue.Collections)
        {
            changed |= (bool)(await Scalar(
                "select plan.ensure_collection($1, $2, $3, $4)", cancel, collection.Id, collection.GeometryType, Json(collection.Properties), collection.CodesOf))!;
        }
    }

    public async Task<IReadOnlyList<LayerReport>> Layers(Package package, CancellationToken cancel)
    {
        await Stage(package, cancel);
        var reports = new List<LayerReport>();
        foreach (var layer in package.Layers)
        {
            var report = await Layer(layer.Collection, cancel);
            changed |= report.Added + report.Changed + report.Withdrawn > 0;
            reports.Add(report);
        }

        return reports;
    }

    /// <summary>Targets have no life of their own: the file replaces them, and history keeps what they were.</summary>
    public async Task Targets(Package package, CancellationToken cancel)
    {
        var rows = package.Targets.Select(target => new
        {
            kind = target.SubjectKind,
            code = target.SubjectCode,
            target = Citations.WithCitation(System.Text.Json.Nodes.JsonObject.Create(target.Entry)!, package.Catalogue),
        });
        changed |= (bool)(await Scalar("select plan.load_targets($1)", cancel, Json(rows)))!;
    }

    /// <summary>Contradictions, industries and policies: a file replaces its list, and history keeps what it was.</summary>
    public async Task Lists(Package package, CancellationToken cancel)
    {
        foreach (var (name, entries) in new[] { ("contradiction", package.Lists.Contradictions), ("industry", package.Lists.Industries), ("policy", package.Lists.Policies) })
        {
            changed |= (bool)(await Scalar(
                "select plan.load_list($1, $2)", cancel, name, Json(PlanLists.Stored(entries, package.Catalogue))))!;
        }
    }

    /// <summary>Notes the package and its catalogue, and raises the revision if anything became different.</summary>
    public async Task<long> Finish(string hash, CatalogueDocument catalogue, CancellationToken cancel)
    {
        changed |= (bool)(await Scalar("select plan.set_catalogue($1, $2)", cancel, catalogue.Hash, new NpgsqlParameter { Value = catalogue.Json, NpgsqlDbType = NpgsqlDbType.Json }))!;
        await Scalar(
            "insert into plan.installed (what, hash, at) values ('gis-data', $1, $2) on conflict (what) do update set hash = excluded.hash, at = excluded.at",
            cancel, hash, loadedAt);
        return (long)(await Scalar("select plan.finish_write('gis-data', $1, $2)", cancel, loadedAt, changed))!;
    }

    private static int Depth(Vocabulary vocabulary, PlanCatalogue catalogue) =>
        vocabulary.Parent is null || vocabulary.Parent == vocabulary.Name ? 0 : 1 + Depth(catalogue.Vocabularies[vocabulary.Parent], catalogue);

    private async Task Vocabulary<T>(string name, string? parent, IEnumerable<T> terms, CancellationToken cancel) =>
        changed |= (int)(await Scalar("select plan.ensure_vocabulary($1, $2, $3)", cancel, name, parent, Json(terms)))! > 0;

    private async Task Stage(Package package, CancellationToken cancel)
    {
        await Scalar("create temporary table package_feature (collection text, code text collate \"C\", content jsonb, geom geometry, hash text) on commit drop", cancel);
        await using var copy = await connection.BeginBinaryImportAsync(
            "copy package_feature (collection, code, content, geom, hash) from stdin (format binary)", cancel);
        foreach (var layer in package.Layers)
        {
            foreach (var content in layer.Features.Select(feature => FeatureContent.Of(feature, package.Catalogue)))
            {
                await copy.StartRowAsync(cancel);
                await copy.WriteAsync(layer.Collection.Id, cancel);
                await copy.WriteAsync(content.Code, cancel);
                await copy.WriteAsync(content.Properties.ToJsonString(), NpgsqlDbType.Jsonb, cancel);
                await (content.Geometry is null ? copy.WriteNullAsync(cancel) : copy.WriteAsync(content.Geometry, NpgsqlDbType.Geometry, cancel));
                await copy.WriteAsync(content.Hash, cancel);
            }
        }

        await copy.CompleteAsync(cancel);
    }

    private async Task<LayerReport> Layer(CollectionDefinition collection, CancellationToken cancel)
    {
        await using var command = Command("select outcome, feature_code from plan.load_collection($1, $2)", collection.Id, loadedAt);
        await using var reader = await command.ExecuteReaderAsync(cancel);
        var outcomes = new List<(string Outcome, string Code)>();
        while (await reader.ReadAsync(cancel))
        {
            outcomes.Add((reader.GetString(0), reader.GetString(1)));
        }

        int Count(string outcome) => outcomes.Count(row => row.Outcome == outcome);
        return new LayerReport(
            collection.Id, Count("added"), Count("changed"), Count("withdrawn"), Count("unchanged"),
            [.. outcomes.Where(row => row.Outcome == "kept").Select(row => row.Code)]);
    }

    private static NpgsqlParameter Json<T>(T value) =>
        new() { Value = JsonSerializer.Serialize(value, JsonFiles.Format), NpgsqlDbType = NpgsqlDbType.Jsonb };

    private async Task<object?> Scalar(string sql, CancellationToken cancel, params object?[] values)
    {
        await using var command = Command(sql, values);
        return await command.ExecuteScalarAsync(cancel);
    }

    private NpgsqlCommand Command(string sql, params object?[] values)
    {
        var command = new NpgsqlCommand(sql, connection) { CommandTimeout = LongestStatementSeconds };
        foreach (var value in values)
        {
            command.Parameters.Add(value as NpgsqlParameter ?? new NpgsqlParameter { Value = value ?? DBNull.Value });
        }

        return command;
    }
}
