using CsCheck;
using Hebb.Catalogues;
using Hebb.Environments;

namespace Hebb.Tests.Environments;

/// <summary>What every environment of the catalogue, in every edition, promises its caller.</summary>
public sealed class EnvironmentContractTests
{
    public static TheoryData<string, EnvironmentEdition> Environments =>
        new(
            CatalogueSet.Standard.Environments.SelectMany(entry =>
                entry.Editions.Select(edition => (entry.Specification.Name, edition))
            )
        );

    [Theory]
    [MemberData(nameof(Environments))]
    public void Use_before_the_first_seeded_reset_is_refused(string name, EnvironmentEdition edition)
    {
        var environment = CatalogueSet.Standard.CreateEnvironment(name, edition);
        var observation = new float[environment.Specification.Observations.Size];
        Assert.Throws<InvalidOperationException>(() => environment.Step(0, observation));
        Assert.Throws<InvalidOperationException>(() => environment.Reset(observation));
    }

    [Theory]
    [MemberData(nameof(Environments))]
    public void Action_outside_its_range_is_refused_and_changes_nothing(string name, EnvironmentEdition edition)
    {
        var environment = CatalogueSet.Standard.CreateEnvironment(name, edition);
        var observation = new float[environment.Specification.Observations.Size];
        environment.Reset(3, observation);
        var state = environment.State.ToArray();
        foreach (var action in (int[])[-1, environment.Specification.Actions.Count, int.MinValue, int.MaxValue])
        {
            var exception = Assert.Throws<ArgumentOutOfRangeException>(() => environment.Step(action, observation));
            Assert.Equal(action, exception.ActualValue);
            Assert.Contains(
                $"actions are 0 to {environment.Specification.Actions.Count - 1}",
                exception.Message,
                StringComparison.Ordinal
            );
        }

        Assert.Equal(state, environment.State.ToArray());
    }

    [Theory]
    [MemberData(nameof(Environments))]
    public void Observation_of_another_length_is_refused(string name, EnvironmentEdition edition)
    {
        var environment = CatalogueSet.Standard.CreateEnvironment(name, edition);
        var size = environment.Specification.Observations.Size;
        environment.Reset(3, new float[size]);
        foreach (var length in (int[])[0, size - 1, size + 1])
        {
            Assert.Throws<ArgumentException>(() => environment.Reset(3, new float[length]));
            Assert.Throws<ArgumentException>(() => environment.Reset(new float[length]));
            Assert.Throws<ArgumentException>(() => environment.Step(0, new float[length]));
        }
    }

    [Theory]
    [MemberData(nameof(Environments))]
    public void Observations_lie_in_their_box_until_the_episode_ends(string name, EnvironmentEdition edition) =>
        Gen.Select(Gen.ULong, Gen.UInt)
            .Sample(
                (seed, actions) =>
                {
                    var environment = CatalogueSet.Standard.CreateEnvironment(name, edition);
                    var (_, space, choices, _, _) = environment.Specification;
                    var observation = new float[space.Size];
                    environment.Reset(seed, observation);
                    StepResult result;
                    do
                    {
                        for (var index = 0; index < space.Size; index++)
                        {
                            Assert.InRange(observation[index], space.Low[index], space.High[index]);
                        }

                        actions = unchecked((1664525 * actions) + 1013904223);
                        result = environment.Step((int)((actions >> 16) % choices.Count), observation);
                    } while (!result.EpisodeEnded);
                },
                iter: 20
            );

    [Theory]
    [MemberData(nameof(Environments))]
    public void Same_seed_gives_the_same_bits_whatever_came_before(string name, EnvironmentEdition edition)
    {
        var fresh = CatalogueSet.Standard.CreateEnvironment(name, edition);
        var used = CatalogueSet.Standard.CreateEnvironment(name, edition);
        var observation = new float[fresh.Specification.Observations.Size];
        used.Reset(1, observation);
        used.Step(1, observation);
        used.Reset(observation);

        fresh.Reset(2, observation);
        used.Reset(2, observation);
        Assert.Equal(fresh.State.ToArray(), used.State.ToArray());
        fresh.Reset(observation);
        used.Reset(observation);
        Assert.Equal(fresh.State.ToArray(), used.State.ToArray());
    }

    [Theory]
    [MemberData(nameof(Environments))]
    public void Stepping_and_resetting_allocate_nothing(string name, EnvironmentEdition edition)
    {
        var environment = CatalogueSet.Standard.CreateEnvironment(name, edition);
        var observation = new float[environment.Specification.Observations.Size];
        environment.Reset(1, observation);
        Run(environment, observation, steps: 2000);

        var before = GC.GetAllocatedBytesForCurrentThread();
        Run(environment, observation, steps: 2000);
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    private static void Run(IEnvironment environment, float[] observation, int steps)
    {
        for (var step = 0; step < steps; step++)
        {
            if (environment.Step(step & 1, observation).EpisodeEnded)
            {
                environment.Reset(observation);
            }
        }
    }
}
