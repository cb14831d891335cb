using Hebb.Catalogues;
using Hebb.Environments;

namespace Hebb.Tests.Environments;

/// <summary>Every trajectory that the original library recorded is repeated bit for bit.</summary>
public sealed class GoldenTrajectoryTests
{
    public static TheoryData<string> Names => [.. GoldenTrajectory.All.Select(trajectory => trajectory.ToString())];

    [Theory]
    [MemberData(nameof(Names))]
    public void Trajectory_is_repeated_bit_for_bit(string name)
    {
        var trajectory = Find(name);
        var environment = CatalogueSet.Standard.CreateEnvironment(trajectory.Environment);
        var observation = new float[environment.Specification.Observations.Size];
        foreach (var row in trajectory.Rows)
        {
            if (row.Action is { } action)
            {
                var result = environment.Step(action, observation);
                Assert.Equal(new StepResult(row.Reward!.Value, row.Terminated!.Value, row.Truncated!.Value), result);
            }
            else if (row.Episode == 0)
            {
                environment.Reset(trajectory.Seed, observation);
            }
            else
            {
                environment.Reset(observation);
            }

            AssertSameBits(row.State, environment.State);
            AssertSameBits(
                [.. row.Observation.Select(value => (double)value)],
                [.. observation.Select(value => (double)value)]
            );
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Recorded_actions_are_those_of_the_named_policy(string name)
    {
        var trajectory = Find(name);
        var actionCount = CatalogueSet.Standard.Environments.Find(trajectory.Environment).Specification.Actions.Count;
        var congruence = unchecked(((uint)trajectory.Seed * 2654435761u) + 12345u);
        for (var index = 0; index < trajectory.Rows.Count; index++)
        {
            if (trajectory.Rows[index].Action is not { } action)
            {
                continue;
            }

            var seen = trajectory.Rows[index - 1].Observation;
            var expected = trajectory.Policy switch
            {
                "lcg" => (int)(((congruence = unchecked((1664525u * congruence) + 1013904223u)) >> 16) % actionCount),
                "pd" => seen[2] + (0.5 * seen[3]) + (0.05 * seen[0]) + (0.1 * seen[1]) > 0 ? 1 : 0,
                "bang" => seen[1] < 0 ? 0 : 2,
                "pump" => seen[4] > 0 ? 2 : 0,
                _ => -1,
            };
            Assert.Equal(expected, action);
        }
    }

    [Fact]
    public void Golden_files_hold_every_environment_of_the_catalogue_that_the_library_has() =>
        Assert.Equal(
            CatalogueSet
                .Standard.Environments.Where(entry => entry.Options is null)
                .Select(entry => entry.Name)
                .Where(name => name is not ("CartPolePositions-v1" or "CartPoleVelocities-v1"))
                .Order(StringComparer.Ordinal),
            GoldenTrajectory
                .All.Select(trajectory => trajectory.Environment)
                .Distinct(StringComparer.Ordinal)
                .Order(StringComparer.Ordinal)
        );

    private static GoldenTrajectory Find(string name) =>
        GoldenTrajectory.All.Single(trajectory => string.Equals(trajectory.ToString(), name, StringComparison.Ordinal));

    private static void AssertSameBits(ReadOnlySpan<double> expected, ReadOnlySpan<double> actual)
    {
        Assert.Equal(expected.Length, actual.Length);
        for (var index = 0; index < expected.Length; index++)
        {
            Assert.Equal(
                BitConverter.DoubleToUInt64Bits(expected[index]),
                BitConverter.DoubleToUInt64Bits(actual[index])
            );
        }
    }
}
