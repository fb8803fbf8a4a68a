using System.Buffers.Text;
using System.Text;
using CsCheck;
using SpatialPlan.Server.Catalogue;
using SpatialPlan.Server.Ogc;
using Xunit;

namespace SpatialPlan.Server.Tests.Ogc;

/// <summary>A token under an order leads back to its place, and any other text is refused without harm.</summary>
public sealed class SortTokenTests
{
    private static readonly SortKey[] Keys =
    [
        new(new("money", PropertyType.Number, new("钱", "Money")), IsDescending: true),
        new(new("year", PropertyType.Integer, new("年", "Year")), IsDescending: false),
        new(new("name", PropertyType.String, new("名", "Name")), IsDescending: false),
    ];

    [Fact]
    public void A_token_leads_back_to_its_place() =>
        Gen.Select(Gen.Double[-1e12, 1e12], Gen.Int, Gen.Char[' ', '鿿'].Array[0, 20], Gen.Int[0, 7]).Sample((money, year, letters, nulls) =>
        {
            object?[] values = [(nulls & 1) > 0 ? null : money, (nulls & 2) > 0 ? null : year, (nulls & 4) > 0 ? null : new string(letters)];
            var read = PagingToken.TryRead(PagingToken.After(Keys, new PagePlace("project-4-1", values)), Keys);
            return read is { Code: "project-4-1" } && read.Values.SequenceEqual(values);
        });

    [Theory]
    [InlineData("cHJvamVjdA")]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("""["-money,year,name",1,2,"x"]""")]
    [InlineData("""["money,year,name",1,2,"x","park-1"]""")]
    [InlineData("""["-money,year,name","1",2,"x","park-1"]""")]
    [InlineData("""["-money,year,name",1e999,2,"x","park-1"]""")]
    [InlineData("""["-money,year,name",1,2.5,"x","park-1"]""")]
    [InlineData("""["-money,year,name",1,99999999999,"x","park-1"]""")]
    [InlineData("""["-money,year,name",1,2,3,"park-1"]""")]
    [InlineData("""["-money,year,name",1,2,"\u0000","park-1"]""")]
    [InlineData("""["-money,year,name",1,2,"\ud800","park-1"]""")]
    [InlineData("""["-money,year,name",1,2,["x"],"park-1"]""")]
    [InlineData("""["-money,year,name",1,2,"x","Park 1"]""")]
    [InlineData("""["-money,year,name",1,2,"x",null]""")]
    [InlineData("""["-money,year,name",1,2,"x","park-1"] """ + "x")]
    public void A_forged_token_is_refused(string text) =>
        Assert.Null(PagingToken.TryRead(Base64Url.EncodeToString(Encoding.UTF8.GetBytes(text)), Keys));

    [Fact]
    public void Any_text_is_refused_without_a_fault() => Gen.String.Sample(text => PagingToken.TryRead(text, Keys) is null);
}
