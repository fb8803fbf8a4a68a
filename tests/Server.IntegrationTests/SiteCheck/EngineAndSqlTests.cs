using System.Text.Json.Nodes;

namespace SpatialPlan.Server.IntegrationTests.SiteCheck;

/// <summary>The engine and plain SQL agree on every rule with geometry, ranges too, for a thousand random sites among other sites, finely and roughly placed.</summary>
public sealed class EngineAndSqlTests(PlanServer server) : IClassFixture<PlanServer>
{
    private const int Number = 1000;
    private const int Seed = 20261130;

    private const double Percent = 0.02;
    private const double Metres = 0.02;

    [Fact]
    public async Task Both_agree_on_outcomes_and_ranges()
    {
        await server.Database.Execute($"""
            insert into feature.project_sites (code, version, review_state, recorded_from, approved_at, approved_by, recorded_by, name_zh, origin, plan_status, plan_status_basis, placement, accuracy_m, geom)
            select 'other-' || i, 1, 'approved', now(), now(), 'operator', 'test', '他人用地' || i, 'staff', 'planned', 'stated', 'surveyed', (array[1, 20, 50, 300])[1 + i % 4],
              ST_Multi(ST_MakeEnvelope(x, y, x + 0.003, y + 0.002, 4490))
            from generate_series(1, 400) i,
              lateral (select 116.54 + (i * 7919::bigint % 10007) / 10007.0 * 0.33 as x, 35.30 + (i * 104729::bigint % 10009) / 10009.0 * 0.26 as y) place;
            select plan.raise_revision()
            """);
        await server.WaitForRevision();
        await server.Database.Execute(PlainSql.Forms);
        var sites = RandomSites.Polygons(Number, Seed);
        var asked = Answers(sites);
        var halves = new[] { (From: 0, Count: Number / 2), (From: Number / 2, Count: Number - (Number / 2)) };
        var overlaps = await Task.WhenAll(halves.Select(half => Rows(PlainSql.Overlaps([.. sites.Skip(half.From).Take(half.Count)], half.From))));
        var distances = await Rows(PlainSql.Distances(sites, 0));
        var answers = await asked;

        var seen = new Dictionary<string, int>();
        var wrong = new List<string>();
        for (var site = 0; site < Number; site++)
        {
            var areas = overlaps.SelectMany(half => half[site]).ToDictionary(row => row.Id);
            var findings = Asking.All(answers[site]).Where(finding => finding["subject"] is not null && (string?)finding["unit"] is "%" or "m").ToDictionary(finding => (string)finding["id"]!);
            var expected = areas.Concat(distances[site].Select(row => KeyValuePair.Create(row.Id, row))).ToDictionary();

            // What lies less than a hair's breadth away is near for one and apart for the other.
            foreach (var id in expected.Keys.Except(findings.Keys).Where(id => expected[id] is { Most: var most, Last: var off } && most < Percent + off).ToList())
            {
                expected.Remove(id);
            }

            // The rule of the boundary answers outside of it too, and a corner of a circle is rounder here than there.
            foreach (var id in findings.Keys.Except(expected.Keys).Where(id => (double)findings[id]["range"]![1]! < 1).ToList())
            {
                findings.Remove(id);
            }

            wrong.AddRange(expected.Keys.Except(findings.Keys).Select(id => $"site {site}: SQL alone says {expected[id]}\n{sites[site]}"));
            wrong.AddRange(findings.Keys.Except(expected.Keys).Select(id => $"site {site}: the engine alone says {findings[id].ToJsonString()}\n{sites[site]}"));
            foreach (var (id, row) in expected.Where(one => findings.ContainsKey(one.Key)))
            {
                var finding = findings[id];
                var tolerance = row.Rule.StartsWith("near-", StringComparison.Ordinal) ? Metres : Percent + row.Last;
                if (!row.HasOutcomeOf(finding, tolerance) || !row.HasValuesOf(finding, tolerance))
                {
                    wrong.Add($"site {site} {id}: SQL says {row}, the engine {finding["outcome"]} {finding["value"]} {finding["range"]!.ToJsonString()}\n{sites[site]}");
                }

                seen[$"{row.Rule} {row.Outcome}"] = seen.GetValueOrDefault($"{row.Rule} {row.Outcome}") + 1;
            }

            var area = (double)answers[site]["site"]!["area_m2"]!;
            Assert.InRange(area, distances[site][0].Last * 0.999, distances[site][0].Last * 1.001);
        }

        Assert.True(wrong.Count == 0, $"{wrong.Count} differences\n{string.Join("\n", wrong.Take(8))}");

        // The sites try every rule, in every way that the accuracy of the plan allows.
        Assert.Superset(
            new HashSet<string>
            {
                "in-zone fits", "in-zone cannot-check", "in-zone attention", "subdistrict cannot-check", "park cannot-check", "belt cannot-check", "road cannot-check", "railway cannot-check", "railway no-hit",
                "water cannot-check", "water-area cannot-check", "core-city cannot-check", "urban-cluster cannot-check", "other-site attention", "other-site no-hit", "other-site cannot-check",
                "near-trunk-road fits", "near-expressway fits", "near-station fits", "near-airport fits", "near-port cannot-check",
            },
            seen.Keys.ToHashSet());

        // A rule on the ground that is new has its plain SQL, too; one for every layer of constraints has no layer in the plan.
        var rules = (await server.Get("/api/catalogue"))["checks"]!["rules"]!.AsArray()
            .Where(rule => (string?)rule!["kind"] is "inside" or "part" or "avoid" or "distance" && rule["subjects"]!["collection"] is not null).Select(rule => (string)rule!["code"]!);
        Assert.Equal(rules.Order(StringComparer.Ordinal), seen.Keys.Select(key => key.Split(' ')[0]).Distinct().Order(StringComparer.Ordinal));
    }

    private async Task<JsonNode[]> Answers(IReadOnlyList<string> sites)
    {
        var answers = new JsonNode[sites.Count];
        await Parallel.ForAsync(0, sites.Count, new ParallelOptions { MaxDegreeOfParallelism = 2, CancellationToken = TestContext.Current.CancellationToken }, async (site, _) =>
            answers[site] = await server.Check(sites[site]));
        return answers;
    }

    private async Task<IReadOnlyDictionary<int, IReadOnlyList<PlainRow>>> Rows(string sql)
    {
        var rows = PlainRow.Read(await server.Database.Rows(sql));
        return Enumerable.Range(0, Number).ToDictionary(site => site, site => (IReadOnlyList<PlainRow>)[.. rows[site]]);
    }
}
