using SpatialPlan.Server.Cql2;
using Xunit;

namespace SpatialPlan.Server.Tests.Cql2;

/// <summary>Bad filters: a code for programs and the place for the one who wrote it, never an exception.</summary>
public class RefusalTests
{
    [Theory]
    [InlineData("", "filter-empty", 0)]
    [InlineData(" \n", "filter-empty", 0)]
    [InlineData("name", "filter-type-mismatch", 0)]
    [InlineData("name = ", "filter-syntax", 7)]
    [InlineData("name = 'a' name", "filter-syntax", 11)]
    [InlineData("name = 'a' = 'b'", "filter-syntax", 11)]
    [InlineData("name = 'open", "filter-text-unterminated", 7)]
    [InlineData("\"name = 'a'", "filter-text-unterminated", 0)]
    [InlineData("name = 'a' AND", "filter-syntax", 14)]
    [InlineData("name NOT = 'a'", "filter-syntax", 9)]
    [InlineData("(name = 'a'", "filter-syntax", 11)]
    [InlineData("name IN ()", "filter-syntax", 9)]
    [InlineData("name IS 'a'", "filter-syntax", 8)]
    [InlineData("area = 1 ^ 2 ^ 3", "filter-syntax", 13)]
    [InlineData("area = 1e999", "filter-number-out-of-range", 7)]
    [InlineData("area = NaN", "filter-property-unknown", 7)]
    [InlineData("area = Infinity", "filter-property-unknown", 7)]
    [InlineData("area > 'a'", "filter-type-mismatch", 7)]
    [InlineData("area + 'a' > 1", "filter-type-mismatch", 7)]
    [InlineData("name LIKE name", "filter-pattern-invalid", 10)]
    [InlineData(@"name LIKE 'a\'", "filter-pattern-invalid", 10)]
    [InlineData(@"name LIKE CASEI('a\b')", "filter-pattern-invalid", 16)]
    [InlineData("area LIKE '1%'", "filter-type-mismatch", 0)]
    [InlineData("CASEI(area) = '1'", "filter-type-mismatch", 6)]
    [InlineData("CASEI(name, name) = '1'", "filter-argument-count", 0)]
    [InlineData("geometry = POINT(1 2)", "filter-type-mismatch", 0)]
    [InlineData("day = DATE('2021-02-29')", "filter-date-invalid", 11)]
    [InlineData("since > TIMESTAMP('2021-09-29')", "filter-timestamp-invalid", 18)]
    [InlineData("since > DATE('2021-09-29')", "filter-type-mismatch", 8)]
    [InlineData("T_DURING(day, INTERVAL('2022-01-01','2021-01-01'))", "filter-interval-invalid", 14)]
    [InlineData("T_DURING(day, INTERVAL('2022-01-01',name))", "filter-type-mismatch", 36)]
    [InlineData("T_AFTER(day, name)", "filter-type-mismatch", 13)]
    [InlineData("A_CONTAINS(tags, (1))", "filter-type-mismatch", 17)]
    [InlineData("A_CONTAINS(name, ('a'))", "filter-type-mismatch", 11)]
    [InlineData("A_CONTAINS(tags, (('a')))", "filter-syntax", 18)]
    [InlineData("S_INTERSECTS(geometry, POINT(35.4 116.6))", "filter-axes-swapped", 23)]
    [InlineData("S_INTERSECTS(geometry, POINT(39516000 3920000))", "filter-coordinates-out-of-range", 23)]
    [InlineData("S_INTERSECTS(geometry, BBOX(1,2,3))", "filter-bbox-invalid", 23)]
    [InlineData("S_INTERSECTS(geometry, BBOX(0,5,1,4))", "filter-bbox-invalid", 23)]
    [InlineData("S_INTERSECTS(geometry, POLYGON((0 0,1 1,1 0)))", "filter-geometry-invalid", 23)]
    [InlineData("S_INTERSECTS(geometry, POLYGON((0 0,1 1,1 0,0 1,0 0)))", "filter-geometry-invalid", 23)]
    [InlineData("S_INTERSECTS(geometry, LINESTRING(0 0))", "filter-geometry-invalid", 23)]
    [InlineData("S_INTERSECTS(geometry, POINT(1,2))", "filter-syntax", 30)]
    [InlineData("S_WITHIN(geometry, GEOMETRYCOLLECTION(POINT(1 2)))", "filter-geometry-collection", 19)]
    [InlineData("S_INTERSECTS(geometry, GEOMETRYCOLLECTION(GEOMETRYCOLLECTION(POINT(1 2))))", "filter-geometry-invalid", 42)]
    [InlineData("S_INTERSECTS(geometry)", "filter-argument-count", 0)]
    public void A_bad_filter_is_refused_with_its_place(string text, string code, int offset)
    {
        var error = Refusals.Refuse(text);
        Assert.NotNull(error);
        Assert.Equal((code, offset), (error.Code, error.Offset));
    }

    [Theory]
    [InlineData("""{"op":"=","args":[{"property":"name"},"a"]""", "filter-json-invalid", 42)]
    [InlineData("""{"op":"=","args":[{"property":"name"},"a"]} 1""", "filter-json-invalid", 44)]
    [InlineData("""{"op":"=","args":[{"property":"name"}]}""", "filter-argument-count", 17)]
    [InlineData("""{"op":"=","args":[{"property":"姓名"},"a"]}""", "filter-property-unknown", 18)]
    [InlineData("""{"op":"pg_sleep","args":[10]}""", "filter-function-unknown", 6)]
    [InlineData("""{"op":"=","op":"<>","args":[1,1]}""", "filter-json-invalid", 15)]
    [InlineData("""{"op":"and","args":[true]}""", "filter-argument-count", 19)]
    [InlineData("""{"op":"in","args":[{"property":"name"},"a"]}""", "filter-argument-count", 18)]
    [InlineData("""{"op":"=","args":[{"property":"area"},1e999]}""", "filter-number-out-of-range", 38)]
    [InlineData("""{"op":"=","args":[{"property":"area"},null]}""", "filter-syntax", 38)]
    [InlineData("""{"op":"=","args":[{"property":"name"},"\ud800"]}""", "filter-character-invalid", 38)]
    [InlineData("""{"op":"=","args":[{"property":"name"},"\u0000"]}""", "filter-character-invalid", 38)]
    [InlineData("""{"op":"s_within","args":[{"property":"geometry"},{"type":"point","coordinates":[1,2]}]}""", "filter-geometry-invalid", 49)]
    [InlineData("""{"op":"s_within","args":[{"property":"geometry"},{"type":"Point","coordinates":[1]}]}""", "filter-geometry-invalid", 49)]
    [InlineData("""{"op":"s_within","args":[{"property":"geometry"},{"type":"Polygon","coordinates":[[[0,0],[1,1],[0,0]]]}]}""", "filter-geometry-invalid", 49)]
    [InlineData("""{"op":"t_after","args":[{"property":"day"},{"interval":[".."]}]}""", "filter-interval-invalid", 43)]
    [InlineData("nonsense", "filter-json-invalid", 1)]
    public void A_bad_filter_in_json_is_refused_with_its_place(string text, string code, int offset)
    {
        var error = Refusals.Refuse(text, FilterLanguage.Json);
        Assert.NotNull(error);
        Assert.Equal((code, offset), (error.Code, error.Offset));
    }

    [Fact]
    public void A_place_is_told_in_lines_and_columns_too()
    {
        var error = Refusals.Refuse("name = 'a'\n  AND area = = 1");
        Assert.Equal((2, 14, "=", "operand"), (error!.Line, error.Column, error.Found, error.Expected));
    }
}
