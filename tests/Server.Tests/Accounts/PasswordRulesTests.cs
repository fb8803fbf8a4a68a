using SpatialPlan.Server.Accounts;
using Xunit;

namespace SpatialPlan.Server.Tests.Accounts;

/// <summary>NIST SP 800-63B: long, of any kind, and not what everybody has.</summary>
public sealed class PasswordRulesTests
{
    [Theory]
    [InlineData("cranes over the grand canal")]
    [InlineData("运河上空的白鹤向北飞去了两三里路")]
    [InlineData("ggvpt-9xkq2-mrwbz")]
    [InlineData("correct horse battery staple")]
    [InlineData("tomato lamp riverbed")]
    public void A_long_one_of_one_s_own_is_good(string password) => Assert.Null(PasswordRules.Fault(password, "anna"));

    [Theory]
    [InlineData("", PasswordRules.TooShort)]
    [InlineData("Tr0ub4dor&3xyz", PasswordRules.TooShort)]
    [InlineData("𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷", PasswordRules.TooShort)]
    [InlineData("passwordpassword", PasswordRules.Common)]
    [InlineData("p@ssw0rdP@ssw0rd", PasswordRules.Common)]
    [InlineData("ｐａｓｓｗｏｒｄｐａｓｓｗｏｒｄ", PasswordRules.Common)]
    [InlineData("123456789012345", PasswordRules.Common)]
    [InlineData("987654321987654321", PasswordRules.Common)]
    [InlineData("qwertyuiopasdfgh", PasswordRules.Common)]
    [InlineData("1qaz2wsx3edc4rfv", PasswordRules.Common)]
    [InlineData("aaaaaaaaaaaaaaaaaaaa", PasswordRules.Common)]
    [InlineData("abcabcabcabcabcabc", PasswordRules.Common)]
    [InlineData("annaannaanna12345", PasswordRules.Common)]
    [InlineData("SpatialPlan2026!!", PasswordRules.Common)]
    [InlineData("JiningGaoxinqu123456", PasswordRules.Common)]
    [InlineData("woaini1314woaini", PasswordRules.Common)]
    [InlineData("Password Password 1", PasswordRules.Common)]
    public void A_short_one_or_what_many_have_is_refused(string password, string code) => Assert.Equal(code, PasswordRules.Fault(password, "anna"));

    [Fact]
    public void It_may_be_as_long_as_a_sentence_and_no_longer()
    {
        var words = string.Concat(Enumerable.Range(0, 40).Select(number => $"w{number * 7919 % 10007}"));
        Assert.Null(PasswordRules.Fault(words[..PasswordRules.Most], "anna"));
        Assert.Equal(PasswordRules.TooLong, PasswordRules.Fault(words[..(PasswordRules.Most + 1)], "anna"));
    }

    [Fact]
    public void What_is_given_to_somebody_holds_to_the_rules_itself() =>
        Assert.All(Enumerable.Range(0, 1000), _ => Assert.Null(PasswordRules.Fault(Secrets.NewPassword(), "anna")));
}
