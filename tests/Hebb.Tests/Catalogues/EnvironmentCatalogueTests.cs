using Hebb.Catalogues;
using Hebb.Environments;

namespace Hebb.Tests.Catalogues;

public sealed class EnvironmentCatalogueTests
{
    [Theory]
    [InlineData("CartPole-v0", 4, 2, 200, 195.0)]
    [InlineData("CartPole-v1", 4, 2, 500, 475.0)]
    [InlineData("Acrobot-v1", 6, 3, 500, -100.0)]
    [InlineData("MountainCar-v0", 2, 3, 200, -110.0)]
    [InlineData("CartPolePositions-v1", 2, 2, 500, 475.0)]
    [InlineData("CartPoleVelocities-v1", 2, 2, 500, 475.0)]
    [InlineData("TMaze-v0", 3, 4, 70, null)]
    [InlineData("MemoryLength-v0", 3, 2, 11, null)]
    [InlineData("MemorySize-v0", 7, 2, 3, null)]
    [InlineData("RepeatPrevious-v0", 4, 4, 51, null)]
    [InlineData("RepeatFirst-v0", 4, 4, 51, null)]
    [InlineData("Autoencode-v0", 5, 4, 103, null)]
    [InlineData("FlaggedRecall-v0", 3, 2, 11, null)]
    [InlineData("AssociativeRecall-v0", 20, 4, 4, null)]
    [InlineData("DelayedMatch-v0", 5, 2, 12, null)]
    [InlineData("DeepSea-v0", 64, 2, 8, null)]
    [InlineData("OpenLock-CC3-v0", 16, 15, 3, null)]
    [InlineData("OpenLock-CC4-v0", 16, 15, 3, null)]
    [InlineData("OpenLock-CE3-v0", 16, 15, 3, null)]
    [InlineData("OpenLock-CE4-v0", 16, 15, 3, null)]
    [InlineData("OpenLock-CC3D-v0", 16, 15, 4, null)]
    [InlineData("OpenLock-CC4D-v0", 16, 15, 4, null)]
    [InlineData("OpenLock-CE3D-v0", 16, 15, 4, null)]
    [InlineData("OpenLock-CE4D-v0", 16, 15, 4, null)]
    [InlineData("OpenLock-TwoStep-v0", 16, 15, 2, null)]
    [InlineData("OpenLock-CC3-CC4-v0", 16, 15, 3, null)]
    [InlineData("OpenLock-CC3-CE4-v0", 16, 15, 3, null)]
    [InlineData("OpenLock-CE3-CE4-v0", 16, 15, 3, null)]
    [InlineData("OpenLock-CE3-CC4-v0", 16, 15, 3, null)]
    public void Environments_have_the_fields_limits_and_thresholds(
        string name,
        int observations,
        int actions,
        int limit,
        double? solvedAt
    )
    {
        var specification = CatalogueSet.Standard.CreateEnvironment(name).Specification;
        Assert.Equal(name, specification.Name);
        Assert.Equal(observations, specification.Observations.Size);
        Assert.Equal(actions, specification.Actions.Count);
        Assert.Equal(limit, specification.StepLimit);
        Assert.Equal(solvedAt, specification.SolvedAt);
        Assert.Same(
            CatalogueSet.Standard.Environments.Find(name),
            CatalogueSet.Standard.Environments.Single(entry => entry.Specification.Name == name)
        );
    }

    [Theory]
    [InlineData("")]
    [InlineData("cartpole-v2")]
    [InlineData("CartPole")]
    public void Unknown_name_is_refused_with_the_known_ones(string name)
    {
        var exception = Assert.Throws<ArgumentException>(() => CatalogueSet.Standard.CreateEnvironment(name));
        Assert.Contains($"'{name}'", exception.Message, StringComparison.Ordinal);
        Assert.All(
            CatalogueSet.Standard.Environments,
            entry => Assert.Contains(entry.Specification.Name, exception.Message, StringComparison.Ordinal)
        );
    }

    [Theory]
    [InlineData("Acrobot-v1")]
    [InlineData("MountainCar-v0")]
    public void Missing_edition_is_refused(string name)
    {
        var exception = Assert.Throws<ArgumentException>(() =>
            CatalogueSet.Standard.CreateEnvironment(name, EnvironmentEdition.Gym0109)
        );
        Assert.Contains(name, exception.Message, StringComparison.Ordinal);
        Assert.Contains(nameof(EnvironmentEdition.Gym0109), exception.Message, StringComparison.Ordinal);
    }
}
