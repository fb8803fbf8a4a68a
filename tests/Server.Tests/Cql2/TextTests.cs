using SpatialPlan.Server.Cql2;
using Xunit;

namespace SpatialPlan.Server.Tests.Cql2;

/// <summary>What a filter means, shown by the JSON it becomes: the tree as a person can read it.</summary>
public class TextTests
{
    [Theory]
    [InlineData("a=1 or b=2 and c=3", """{"op":"or","args":[{"op":"=","args":[{"property":"a"},1]},{"op":"and","args":[{"op":"=","args":[{"property":"b"},2]},{"op":"=","args":[{"property":"c"},3]}]}]}""")]
    [InlineData("NOT a=1 AND TRUE", """{"op":"and","args":[{"op":"not","args":[{"op":"=","args":[{"property":"a"},1]}]},true]}""")]
    [InlineData("a NOT LIKE 'x'", """{"op":"not","args":[{"op":"like","args":[{"property":"a"},"x"]}]}""")]
    [InlineData("a between 1+2*3 and 4", """{"op":"between","args":[{"property":"a"},{"op":"+","args":[1,{"op":"*","args":[2,3]}]},4]}""")]
    [InlineData("a in ('x','y')", """{"op":"in","args":[{"property":"a"},["x","y"]]}""")]
    [InlineData("a is not null", """{"op":"not","args":[{"op":"isNull","args":[{"property":"a"}]}]}""")]
    [InlineData("a-b-c=0", """{"op":"=","args":[{"op":"-","args":[{"op":"-","args":[{"property":"a"},{"property":"b"}]},{"property":"c"}]},0]}""")]
    [InlineData("-a=-1", """{"op":"=","args":[{"op":"*","args":[-1,{"property":"a"}]},-1]}""")]
    [InlineData("a div 2 ^ 3 = 1", """{"op":"=","args":[{"op":"div","args":[{"property":"a"},{"op":"^","args":[2,3]}]},1]}""")]
    [InlineData("CaseI(a)=accenti('É')", """{"op":"=","args":[{"op":"casei","args":[{"property":"a"}]},{"op":"accenti","args":["É"]}]}""")]
    [InlineData("s_within(geometry, point z (116.6 35.4 7))", """{"op":"s_within","args":[{"property":"geometry"},{"type":"Point","coordinates":[116.6,35.4]}]}""")]
    [InlineData("S_INTERSECTS(g,MULTIPOINT((1 2),(3 4)))", """{"op":"s_intersects","args":[{"property":"g"},{"type":"MultiPoint","coordinates":[[1,2],[3,4]]}]}""")]
    [InlineData("S_INTERSECTS(g,MULTIPOINT(1 2,3 4))", """{"op":"s_intersects","args":[{"property":"g"},{"type":"MultiPoint","coordinates":[[1,2],[3,4]]}]}""")]
    [InlineData("S_CONTAINS(g,BBOX(1,2,-9,3,4,9))", """{"op":"s_contains","args":[{"property":"g"},{"bbox":[1,2,3,4]}]}""")]
    [InlineData("t_metby(INTERVAL(start,'..'), DATE('2021-09-29'))", """{"op":"t_metBy","args":[{"interval":[{"property":"start"},".."]},{"date":"2021-09-29"}]}""")]
    [InlineData("t = TIMESTAMP('2021-09-29T08:00:00+08:00')", """{"op":"=","args":[{"property":"t"},{"timestamp":"2021-09-29T00:00:00Z"}]}""")]
    [InlineData("a_containedby(tags, ('a'))", """{"op":"a_containedBy","args":[{"property":"tags"},["a"]]}""")]
    [InlineData("A_EQUALS(tags, ())", """{"op":"a_equals","args":[{"property":"tags"},[]]}""")]
    [InlineData("\"and\" = 'O''Brien'", """{"op":"=","args":[{"property":"and"},"O'Brien"]}""")]
    [InlineData(@"a = 'O\'Brien'", """{"op":"=","args":[{"property":"a"},"O'Brien"]}""")]
    [InlineData(@"a = 'C:\'", """{"op":"=","args":[{"property":"a"},"C:\\"]}""")]
    [InlineData("名称='洸河'", """{"op":"=","args":[{"property":"名称"},"洸河"]}""")]
    [InlineData("date=1 AND end=.5 AND point=1.E+2", """{"op":"and","args":[{"op":"=","args":[{"property":"date"},1]},{"op":"=","args":[{"property":"end"},0.5]},{"op":"=","args":[{"property":"point"},100]}]}""")]
    public void Text_becomes_the_json_of_the_standard(string text, string json) => Assert.Equal(json, JsonPrinter.Print(Parse(text)));

    [Theory]
    [InlineData("((a = 1)) and (b = 2 or c = 3)", "a = 1 AND (b = 2 OR c = 3)")]
    [InlineData("a = 1 and (b = 2 and c = 3)", "a = 1 AND (b = 2 AND c = 3)")]
    [InlineData("not (a = 1 or b = 2)", "NOT (a = 1 OR b = 2)")]
    [InlineData("(a+b)*c-(d-e) > (2^3)^4", "(a + b) * c - (d - e) > (2 ^ 3) ^ 4")]
    [InlineData("not a is null", "a IS NOT NULL")]
    [InlineData("a\n in(1 ,2)", "a IN (1, 2)")]
    [InlineData("S_INTERSECTS(geometry,GEOMETRYCOLLECTION(POINT(1 2),LINESTRING(1 2,3 4)))", "S_INTERSECTS(geometry, GEOMETRYCOLLECTION(POINT(1 2), LINESTRING(1 2, 3 4)))")]
    public void Text_is_printed_with_no_more_parentheses_than_it_needs(string text, string printed) => Assert.Equal(printed, TextPrinter.Print(Parse(text)));

    private static Expression Parse(string text)
    {
        var read = Filter.Parse(text, FilterLanguage.Text);
        Assert.True(read.Succeeded, read.Error?.ToString());
        return read.Value;
    }
}
