using SpatialPlan.Server.Checks;
using Xunit;

namespace SpatialPlan.Server.Tests.Checks;

/// <summary>The check digit of GB 32100-2015.</summary>
public sealed class CreditCodesTests
{
    /// <summary>The example of the standard, and others whose digit was reckoned by hand.</summary>
    [Theory]
    [InlineData("91350100M000100Y43")]
    [InlineData("91110000100000000X", false)]
    [InlineData("", false)]
    [InlineData("９1350100M000100Y43", false)]
    [InlineData("91350100M000100Y4３", false)]
    [InlineData("91350100I000100Y43", false)]
    [InlineData("91350100M000100Y43 ", false)]
    public void A_code_holds_or_does_not(string code, bool holds = true) => Assert.Equal(holds, CreditCodes.Holds(code));

    [Fact]
    public void Every_other_last_sign_and_every_single_wrong_sign_is_noticed()
    {
        const string Code = "91350100M000100Y43";
        const string Signs = "0123456789ABCDEFGHJKLMNPQRTUWXY";
        for (var place = 0; place < Code.Length; place++)
        {
            Assert.All(Signs.Where(sign => sign != Code[place]), sign => Assert.False(CreditCodes.Holds($"{Code[..place]}{sign}{Code[(place + 1)..]}")));
        }
    }
}
