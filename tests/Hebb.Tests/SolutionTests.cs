namespace Hebb.Tests;

public sealed class SolutionTests
{
    [Fact]
    public void Catalogue_names_are_unique() =>
        Assert.Equal(
            Hebb.Agents.ReportMethods.All.Count,
            Hebb.Agents.ReportMethods.All.Select(method => method.Name).Distinct(StringComparer.Ordinal).Count()
        );
}
