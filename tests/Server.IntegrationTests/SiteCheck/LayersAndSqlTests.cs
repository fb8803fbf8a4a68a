using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using SpatialPlan.Server.Accounts;
using SpatialPlan.Server.Database;
using SpatialPlan.Server.Geo;
using SpatialPlan.Server.SiteCheck;

namespace SpatialPlan.Server.IntegrationTests.SiteCheck;

/// <summary>The engine and plain SQL agree on layers of constraints and on sites in review, too, ranges and all, for a thousand random sites.</summary>
public sealed class LayersAndSqlTests(PlanDatabases databases)
{
    private const int Number = 1000;
    private const int Seed = 20261201;
    private const double Percent = 0.02;

    private static readonly string[] Rules = ["constraint:farmland", "constraint:pipelines", "pending-site"];

    [Fact]
    public async Task Both_agree_on_what_is_no_part_of_the_plan()
    {
        using var package = new TestPackage();
        package.EditCatalogue("layers.json", layers =>
        {
            layers["collections"]!.AsArray().Add(Layer("farmland", "MultiPolygon", 91, """{"severity":"error"}"""));
            layers["collections"]!.AsArray().Add(Layer("pipelines", "MultiLineString", 92, """{"severity":"info","corridor_m":20}"""));
        });
        package.AddProject("project-1");
        await using var database = await databases.Migrated();
        await database.Load(package.Write());
        await Fill(database);
        await database.Execute(PlainSql.FormsBesideThePlan);
        await using var application = PlanServer.Application(database.Address, ("Plan:CheckMilliseconds", "60000"));
        using var client = application.CreateClient();

        var sites = RandomSites.Polygons(Number, Seed);
        var expected = PlainRow.Read(await database.Rows(PlainSql.Overlaps(sites, 0)));
        var services = PlanServer.ServicesOf(application);
        var (checker, measure) = (services.GetRequiredService<SiteChecker>(), services.GetRequiredService<SubjectStore>().Measure!);
        var revision = await services.GetRequiredService<RevisionStore>().Current(TestContext.Current.CancellationToken);
        var colleague = new Actor(Guid.NewGuid(), "colleague", [Role.Staff]);
        var (seen, wrong) = (new SortedSet<string>(StringComparer.Ordinal), new List<string>());
        for (var site = 0; site < Number; site++)
        {
            var answer = await checker.Check(CheckQuestion.Read(Encoding.UTF8.GetBytes(sites[site])), CrsList.Wire, revision, colleague, TestContext.Current.CancellationToken);
            Compare(site, JsonNode.Parse(answer.Write(measure))!, expected[site], seen, wrong);
        }

        Assert.True(wrong.Count == 0, $"{wrong.Count} differences\n{string.Join("\n", wrong.Take(8))}");
        Assert.Superset(
            new HashSet<string>
            {
                "constraint:farmland attention", "constraint:farmland no-hit", "constraint:farmland cannot-check", "constraint:pipelines attention", "constraint:pipelines no-hit",
                "constraint:pipelines cannot-check", "pending-site attention", "pending-site cannot-check",
            },
            seen.ToHashSet());
    }

    private static void Compare(int site, JsonNode answer, IEnumerable<PlainRow> rows, SortedSet<string> seen, List<string> wrong)
    {
        var findings = Asking.All(answer).Where(finding => finding["subject"] is not null && (string?)finding["unit"] == "%"
            && Rules.Any(rule => ((string)finding["id"]!).StartsWith($"{rule}:", StringComparison.Ordinal))).ToDictionary(finding => (string)finding["id"]!);
        foreach (var row in rows)
        {
            var tolerance = Percent + row.Last;

            // Of what is in review only hits are told.
            var isPending = row.Rule == "pending-site";
            var isTold = !isPending || row.Outcome != "no-hit";
            if (!findings.Remove(row.Id, out var finding))
            {
                if (isTold && row.Most >= tolerance && !(isPending && row.IsAtTheBorder(tolerance)))
                {
                    wrong.Add($"site {site}: SQL alone says {row}");
                }

                continue;
            }

            if ((isTold && !row.HasOutcomeOf(finding, tolerance)) || !row.HasValuesOf(finding, tolerance))
            {
                wrong.Add($"site {site}: SQL says {row}, the engine {finding.ToJsonString()[..200]}");
            }

            seen.Add($"{row.Rule} {row.Outcome}");
        }

        wrong.AddRange(findings.Where(finding => (double)finding.Value["range"]![1]! >= 1).Select(finding => $"site {site}: the engine alone says {finding.Value.ToJsonString()[..200]}"));
    }

    /// <summary>Fields and pipelines, and sites that somebody has submitted, each placed to 1 m, 20 m, 50 m or 300 m.</summary>
    private static Task Fill(TestDatabase database) => database.Execute($"""
        create temporary view place as
        select i, (array[1, 20, 50, 300])[1 + i % 4] as accuracy, 116.54 + (i * 7919::bigint % 10007) / 10007.0 * 0.33 as x, 35.30 + (i * 104729::bigint % 10009) / 10009.0 * 0.26 as y from generate_series(1, 300) i;
        insert into feature.farmland (code, version, review_state, recorded_from, approved_at, approved_by, recorded_by, name_zh, origin, plan_status, plan_status_basis, placement, accuracy_m, geom)
        select 'field-' || i, 1, 'approved', now(), now(), 'operator', 'test', '田' || i, 'import', 'existing', 'stated', 'surveyed', accuracy,
          ST_Multi(ST_Buffer(ST_SetSRID(ST_MakePoint(x, y), 4490), 0.0015, 'quad_segs=2')) from place;
        insert into feature.pipelines (code, version, review_state, recorded_from, approved_at, approved_by, recorded_by, name_zh, origin, plan_status, plan_status_basis, placement, accuracy_m, geom)
        select 'pipe-' || i, 1, 'approved', now(), now(), 'operator', 'test', '管' || i, 'import', 'existing', 'stated', 'surveyed', accuracy,
          ST_Multi(ST_SetSRID(ST_MakeLine(array[ST_MakePoint(x, y), ST_MakePoint(x + 0.004, y + 0.001), ST_MakePoint(x + 0.005, y + 0.004)]), 4490)) from place where i % 3 = 0 or i % 4 = 0;
        insert into plan.change_set (title, basis, author) values ('sites', 'b', '{Guid.NewGuid()}');
        insert into plan.change_item (change_set, position, collection, code, action, content, version)
        select c.id, i, 'project-sites', 'pending-' || i, 'change', jsonb_build_object(), 1 from plan.change_set c, place where i <= 150;
        insert into feature.project_sites (code, version, review_state, recorded_from, recorded_by, name_zh, origin, plan_status, plan_status_basis, placement, accuracy_m, geom)
        select 'pending-' || i, 1, 'in-review', now(), 'test', '在审' || i, 'staff', 'planned', 'stated', 'surveyed', accuracy, ST_Multi(ST_MakeEnvelope(x, y, x + 0.003, y + 0.002, 4490)) from place where i <= 150;
        update plan.change_set set state = 'in-review', submitted_at = now();
        select plan.raise_revision()
        """);

    private static JsonObject Layer(string id, string geometry, int order, string constraint) => JsonNode.Parse($$"""
        {"id":"{{id}}","role":"constraint","group":"projects","order":{{order}},"geometry_type":"{{geometry}}","constraint":{{constraint}},
         "title":{"zh":"{{id}}","en":"{{id}}"},"short":{"zh":"{{id}}","en":"{{id}}"},"properties":[]}
        """)!.AsObject();
}
