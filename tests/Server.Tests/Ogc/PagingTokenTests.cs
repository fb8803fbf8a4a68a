using CsCheck;
using SpatialPlan.Server.Ogc;
using Xunit;

namespace SpatialPlan.Server.Tests.Ogc;

public sealed class PagingTokenTests
{
    private static readonly Gen<string> Codes = Gen.OneOf(Gen.Const("project"), Gen.Const("park"), Gen.Const("7")).Array[1, 5].Select(words => string.Join('-', words));

    [Fact]
    public void A_token_leads_back_to_its_code() => Codes.Sample(code => PagingToken.TryRead(PagingToken.After(code)) == code);

    [Fact]
    public void Any_other_text_is_refused_or_a_code() => Gen.String.Sample(text =>
        PagingToken.TryRead(text) is not { } code || PagingToken.After(code) == text);

    [Theory]
    [InlineData("")]
    [InlineData("====")]
    [InlineData("cHJvamVjdC0")]
    [InlineData("UHJvamVjdA")]
    [InlineData("cHJvamVjdA==")]
    public void A_forged_token_is_refused(string token) => Assert.Null(PagingToken.TryRead(token));

    [Fact]
    public void A_token_cut_short_is_refused_or_an_earlier_place() => Codes.Sample(code =>
    {
        var token = PagingToken.After(code);
        return PagingToken.TryRead(token[..^1]) is not { } other || code.StartsWith(other, StringComparison.Ordinal);
    });
}
