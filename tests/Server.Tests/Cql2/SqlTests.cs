using CsCheck;
using NetTopologySuite.IO;
using SpatialPlan.Server.Cql2;
using Xunit;

namespace SpatialPlan.Server.Tests.Cql2;

/// <summary>What a filter becomes in SQL: our words and parameters, nothing of the request.</summary>
public class SqlTests
{
    [Theory]
    [InlineData("name = 'a' AND NOT area <> 1", "((f.name = $1) and (not (f.area <> $2)))")]
    [InlineData("name >= 'a'", "((f.name collate \"C\") >= ($1 collate \"C\"))")]
    [InlineData("name LIKE 'a%'", "(f.name like $1)")]
    [InlineData("area BETWEEN 1 AND 2", "(f.area between $1 and $2)")]
    [InlineData("name IN ('a','b')", "(f.name in ($1, $2))")]
    [InlineData("geometry IS NULL", "(f.geom is null)")]
    [InlineData("open", "f.open")]
    [InlineData("area / 2 = 1", "((f.area::double precision / nullif($1::double precision, 0)) = $2)")]
    [InlineData("CASEI(name) = 'a'", "((case when octet_length(f.name) = char_length(f.name) then lower(f.name collate \"C\") else lower(upper(f.name collate \"und-x-icu\")) collate \"C\" end) = $1)")]
    [InlineData("CASEI('A') = name", "((lower(upper($1 collate \"und-x-icu\")) collate \"C\") = f.name)")]
    [InlineData("S_WITHIN(geometry, POINT(1 2))", "(ST_Within(f.geom, ST_GeomFromWKB($1, 4490)))")]
    [InlineData("S_DISJOINT(geometry, POINT(1 2))", "(not ST_Intersects(f.geom, ST_GeomFromWKB($1, 4490)))")]
    [InlineData("T_AFTER(day, INTERVAL('2021-01-01','..'))", "(f.day > 'infinity'::date)")]
    [InlineData("T_BEFORE(day, since)", "((f.day::timestamp at time zone 'UTC' + interval '1 day' - interval '1 microsecond') < f.since)")]
    [InlineData("A_OVERLAPS(tags, ('a','b'))", "(f.tags && array[$1, $2]::text[])")]
    [InlineData("A_EQUALS((), tags)", "(array[]::text[] @> f.tags and array[]::text[] <@ f.tags)")]
    public void A_filter_becomes_a_condition(string text, string sql) => Assert.Equal(sql, Write(text).Sql);

    [Fact]
    public void Values_are_parameters_of_their_type()
    {
        var values = Write("name='a' AND area=1 AND area=1.5 AND open=true AND day=DATE('2021-09-29') AND since=TIMESTAMP('2021-09-29T00:00:00Z')").Values;
        Assert.Equal(["a", 1L, 1.5, true, new DateOnly(2021, 9, 29), new DateTime(2021, 9, 29, 0, 0, 0, DateTimeKind.Utc)], values);
        Assert.Equal(DateTimeKind.Utc, Assert.IsType<DateTime>(values[^1]).Kind);
    }

    [Theory]
    [InlineData("BBOX(1,2,3,4)", "POLYGON ((1 2, 1 4, 3 4, 3 2, 1 2))")]
    [InlineData("BBOX(177,65,-177,70)", "MULTIPOLYGON (((177 65, 177 70, 180 70, 180 65, 177 65)), ((-180 65, -180 70, -177 70, -177 65, -180 65)))")]
    [InlineData("LINESTRING Z (1 2 9,3 4 9)", "LINESTRING (1 2, 3 4)")]
    public void A_geometry_is_a_parameter_too_and_a_box_across_the_antimeridian_is_two(string literal, string geometry)
    {
        var value = Assert.IsType<byte[]>(Assert.Single(Write($"S_INTERSECTS(geometry, {literal})").Values));
        Assert.Equal(geometry, new WKBReader().Read(value).AsText());
    }

    [Theory]
    [InlineData("name = 'a'' OR 1=1--'", "a' OR 1=1--")]
    [InlineData("name = 'x''; DROP TABLE t'", "x'; DROP TABLE t")]
    [InlineData("name LIKE '%'' UNION SELECT usename FROM pg_user--'", "%' UNION SELECT usename FROM pg_user--")]
    [InlineData("name = '$1'", "$1")]
    [InlineData("name = '＇ OR 1=1'", "＇ OR 1=1")]
    public void An_injection_in_a_text_is_a_text(string text, string value)
    {
        var (sql, values) = Write(text);
        Assert.Equal([value], values);
        Assert.True(sql is "(f.name = $1)" or "(f.name like $1)", sql);
    }

    [Theory]
    [InlineData("name='x'; DROP TABLE t", "filter-character-invalid")]
    [InlineData("pg_sleep(10)=1", "filter-function-unknown")]
    [InlineData("lo_import('/etc/passwd')=1", "filter-function-unknown")]
    [InlineData("strStartsWith(name,'x''y')=true", "filter-function-unknown")]
    [InlineData("CAST(name AS int)=1", "filter-function-unknown")]
    [InlineData("name::text = 'a'", "filter-property-unknown")]
    [InlineData("$1 = 'a'", "filter-character-invalid")]
    [InlineData("\"gid\"\") OR 1=1--\"=1", "filter-property-unknown")]
    [InlineData("\"name\"\" = 'a' OR \"\"1\" = '1'", "filter-property-unknown")]
    [InlineData("name = ＇a＇", "filter-character-invalid")]
    [InlineData("name = 'a\0'", "filter-character-invalid")]
    [InlineData("name = 'a' -- comment", "filter-type-mismatch")]
    [InlineData("name = 'a' /* x */", "filter-syntax")]
    [InlineData("name = (SELECT 1)", "filter-syntax")]
    [InlineData("exec('x')", "filter-function-unknown")]
    public void An_injection_anywhere_else_is_refused(string text, string code) => Assert.Equal(code, Refusals.Refuse(text)?.Code);

    [Fact]
    public void No_text_of_a_request_is_ever_in_the_sql() => Gen.Char[' ', '~'].Array[1, 30].Select(letters => "§" + new string(letters)).Sample(secret =>
    {
        var quoted = TextPrinter.Print(new TextLiteral(secret));
        var (sql, values) = Write($"name = {quoted} OR CASEI(name) < ACCENTI({quoted}) OR name IN ({quoted}) OR A_CONTAINS(tags, ({quoted}))");
        Assert.DoesNotContain('§', sql);
        Assert.Equal(4, values.Count(value => value is string text && text == secret));
    });

    private static (string Sql, List<object> Values) Write(string text)
    {
        var filter = Filter.Read(text, FilterLanguage.Text, Refusals.Queryables);
        Assert.True(filter.Succeeded, filter.Error?.ToString());
        List<object> values = [];
        var sql = filter.Value.Sql(value =>
        {
            values.Add(value);
            return $"${values.Count}";
        });
        return (sql, values);
    }
}
