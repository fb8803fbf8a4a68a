using Xunit;

namespace SpatialPlan.Server.Tests.Licences;

public sealed class LicencesTests
{
    [Fact]
    public void Every_NuGet_package_has_a_licence_that_we_may_use()
    {
        var packages = InstalledPackages.NuGet();
        Assert.Contains(packages, package => package.Name.StartsWith("Npgsql/", StringComparison.Ordinal));
        Assert.Empty(LicencePolicy.Refused(packages));
    }

    [Fact]
    public void Every_npm_package_has_a_licence_that_we_may_use()
    {
        var packages = InstalledPackages.Npm();
        Assert.Contains(packages, package => package.Name == "node_modules/leaflet");
        Assert.Empty(LicencePolicy.Refused(packages));
    }

    [Theory]
    [InlineData("AGPL-3.0-only")]
    [InlineData("AGPL-3.0-or-later")]
    [InlineData("SSPL-1.0")]
    [InlineData("MIT AND SSPL-1.0")]
    [InlineData("SEE LICENSE IN LICENSE.md")]
    [InlineData("file LICENSE.txt")]
    [InlineData("")]
    [InlineData(null)]
    public void A_package_under_another_licence_or_none_is_refused(string? licence) =>
        Assert.NotEmpty(LicencePolicy.Refused([new Package("some-package", licence)]));

    [Theory]
    [InlineData("MIT")]
    [InlineData("MIT OR AGPL-3.0-only")]
    [InlineData("(MIT OR Apache-2.0)")]
    [InlineData("MIT AND BSD-3-Clause")]
    public void Of_alternatives_we_take_the_one_that_is_allowed(string licence) =>
        Assert.Empty(LicencePolicy.Refused([new Package("some-package", licence)]));
}
