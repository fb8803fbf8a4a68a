using CsCheck;
using Npgsql;
using SpatialPlan.Server.Cql2;

namespace SpatialPlan.Server.IntegrationTests;

/// <summary>Whatever passes the checks, the database can answer: a filter never ends in a fault of ours.</summary>
public sealed class Cql2AnyFilterTests(Cql2Sites sites) : IClassFixture<Cql2Sites>
{
    private static readonly Gen<string> Number = Among("area", "0", "-1", "2.5", "1e300", "1e-300", "3", "9007199254740993")
        .SelectMany(first => Gen.Select(Among("+", "-", "*", "/", "%", "div", "^"), Among("area", "0", "-2", "1e300", "0.5"), Gen.Int[0, 2], (sign, second, how) =>
            how == 0 ? first : how == 1 ? $"{first} {sign} {second}" : $"({first} {sign} {second}) {sign} area"));

    private static readonly Gen<string> Text = Gen.Select(
        Among("note", "id", "''", "'50%'", "'Straße'", @"'C:\\'", "'洸'", "'\ud840\udfb7'", "'é'", "'e\u0301\u0301'", "'ΣΑΣ'"),
        Among("", "CASEI", "ACCENTI"),
        Among("", "CASEI", "ACCENTI"),
        (text, one, other) => $"{one}({other}({text}))");

    private static readonly Gen<string> Pattern = Among("'%'", "'_'", @"'\%%'", @"'%\\'", @"CASEI('\_É')", @"ACCENTI(CASEI('e%\\'))", "''", "'\u0301%'");

    private static readonly Gen<string> Time = Among(
        "day", "since", "until", "DATE('0001-01-01')", "DATE('9999-12-31')", "TIMESTAMP('2021-09-29T00:00:00.1234567Z')",
        "TIMESTAMP('9999-12-31T23:59:59.9999999Z')", "INTERVAL('..','..')", "INTERVAL(since,until)", "INTERVAL(day,'..')", "INTERVAL('..',day)",
        "INTERVAL('2021-01-01',day)", "INTERVAL(since,'2022-01-01T00:00:00Z')", "INTERVAL('0001-01-01','9999-12-31')");

    private static readonly Gen<string> Shape = Gen.OneOf(
        Among(
            "geometry", "BBOX(-180,-90,180,90)", "BBOX(179,0,-179,1)", "BBOX(1,1,1,1)", "BBOX(1,1,2,1)", "BBOX(180,0,-180,0)", "POINT(116 35)",
            "MULTIPOINT(116 35,116 35)", "LINESTRING(116 35,116 35,117 36)", "LINESTRING(0 0,0 0)",
            "POLYGON((0 0,9 0,9 9,0 9,0 0),(0 0,5 1,1 5,0 0))", "MULTIPOLYGON(((0 0,1 0,1 1,0 0)),((1 1,2 1,2 2,1 1)))"),
        Gen.Select(Gen.Double[-180, 180], Gen.Double[-90, 90]).Array[3, 6].Select(ring =>
            FormattableString.Invariant($"POLYGON(({string.Join(',', ring.Append(ring[0]).Select(at => FormattableString.Invariant($"{at.Item1:R} {at.Item2:R}")))}))")));

    private static readonly Gen<string> Array = Among("tags", "()", "('park')", "('park',note,CASEI(id))", "sizes", "(1,2)", "(area,1e300)");

    private static readonly Gen<string> Predicate = Gen.OneOf(
        Two(Number, "<", "=", "<>", ">="),
        Two(Text, "<", "=", "<>", ">="),
        Gen.Select(Number, Number, Number, (value, low, high) => $"{value} NOT BETWEEN {low} AND {high}"),
        Gen.Select(Text, Text, Text, (value, low, high) => $"{value} BETWEEN {low} AND {high}"),
        Gen.Select(Text, Pattern, (text, pattern) => $"{text} LIKE {pattern}"),
        Gen.Select(Text, Text.Array[1, 4], (text, values) => $"{text} IN ({string.Join(',', values)})"),
        Two(Among("open", "TRUE", "(area > 0)"), "=", "<>"),
        Gen.OneOf(Number, Text, Shape, Time, Among("open")).Select(value => $"({value}) IS NOT NULL"),
        Function(OperatorKind.Spatial, Shape),
        Function(OperatorKind.Temporal, Time),
        Function(OperatorKind.Array, Array));

    [Fact]
    public async Task A_filter_that_passes_the_checks_is_answered()
    {
        var (answered, refused) = (0, 0);
        await Gen.Select(Predicate, Predicate, Among("AND", "OR", "AND NOT")).SampleAsync(
            async drawn =>
            {
                var text = $"{drawn.Item1} {drawn.Item3} {drawn.Item2}";
                if (!Filter.Read(text, FilterLanguage.Text, Cql2Sites.Queryables).Succeeded)
                {
                    Interlocked.Increment(ref refused);
                    return;
                }

                try
                {
                    await sites.Find(text);
                    Interlocked.Increment(ref answered);
                }
                catch (PostgresException fault)
                {
                    // A number out of range is the only thing that cannot be known beforehand.
                    Assert.True(Web.DatabaseProblems.Of(fault)?.Code == "value-invalid", $"{text}: {fault.Message}");
                }
            },
            iter: 1_500,
            threads: 1);
        Assert.True(answered > refused / 2, $"{answered} answered, {refused} refused");
    }

    private static Gen<string> Among(params string[] words) => Gen.Int[0, words.Length - 1].Select(index => words[index]);

    private static Gen<string> Two(Gen<string> value, params string[] signs) => Gen.Select(value, Among(signs), value, (one, sign, other) => $"{one} {sign} {other}");

    private static Gen<string> Function(OperatorKind kind, Gen<string> argument) => Gen.Select(
        Among([.. CqlOperator.All.Where(known => known.Kind == kind).Select(known => known.Name)]),
        argument,
        argument,
        (name, one, other) => $"{name}({one}, {other})");
}
