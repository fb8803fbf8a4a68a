using Xunit;
using System.Text;
using System.Xml.Linq;
using SpatialPlan.Server.Styles;

namespace SpatialPlan.Server.Tests.Styles;

public sealed class QgisMarkTests
{
    [Fact]
    public void A_sign_that_a_package_outlines_itself_is_a_drawing_that_the_style_carries()
    {
        var layer = QgisMark.Of(new StyleMark("pennant", 14, "#112233", "#445566", 1.5, Own: [(-0.8, -1.2), (1.2, -0.4), (-0.8, 0.4)]));
        Assert.Equal("SvgMarker", (string?)layer.Attribute("class"));
        Assert.Equal("16.8", Option(layer, "size"));

        var drawing = XElement.Parse(Encoding.UTF8.GetString(Convert.FromBase64String(Option(layer, "name")["base64:".Length..])));
        Assert.Equal("16.7,0 100,33.3 16.7,66.7", (string?)drawing.Elements().Single().Attribute("points"));
    }

    [Fact]
    public void A_length_has_no_digits_of_a_product() => Assert.Equal("15.4", QgisSymbol.Number(14 * 1.1));

    [Theory]
    [InlineData("triangle", "triangle")]
    [InlineData("ring", "circle")]
    public void A_sign_that_QGIS_has_is_its_own(string shape, string name)
    {
        var layer = QgisMark.Of(new StyleMark(shape, 14, "#112233", "#445566", 1.5));
        Assert.Equal(("SimpleMarker", name, "14"), ((string?)layer.Attribute("class"), Option(layer, "name"), Option(layer, "size")));
    }

    private static string Option(XElement layer, string name) => (string)layer.Descendants("Option").Single(option => (string?)option.Attribute("name") == name).Attribute("value")!;
}
