using Hebb.Agents;
using Hebb.Environments;
using Hebb.Environments.Control;
using Hebb.Snapshots;

namespace Hebb.Tests.Agents;

public sealed class OneEnvironmentAgentTests
{
    [Fact]
    public void It_is_told_what_an_agent_of_one_environment_is_told()
    {
        const ulong seed = 7;
        var played = new Recorder();
        TimeLimit<CartPole> environment = Limited();
        var observation = new float[4];
        environment.Reset(RandomStreams.Environments(seed), observation);
        for (var step = 0; step < 60; step++)
        {
            StepResult result = environment.Step(played.Act(observation), observation);
            played.Observe(observation, result);
            if (result.EpisodeEnded)
            {
                environment.Reset(observation);
            }
        }

        var looped = new Recorder();
        new TrainingLoop(new OneEnvironmentAgent(looped), Limited, seed).Run(60);
        Assert.Equal(played.Told, looped.Told);
        Assert.Contains(played.Told, told => told.Result is { Truncated: true });
        Assert.Contains(played.Told, told => told.Result is { Terminated: true });
    }

    // So short that some episodes end by their limit and others by the pole's fall.
    private static TimeLimit<CartPole> Limited() => new(new CartPole(EnvironmentEdition.Gymnasium), 9);

    private sealed class Recorder : IAgent
    {
        private int _acts;

        public List<(string Observation, StepResult? Result)> Told { get; } = [];

        public bool IsFinite => true;

        public int Act(ReadOnlySpan<float> observation)
        {
            Told.Add((string.Join(' ', observation.ToArray()), null));

            // Pushed one way the pole falls within nine or ten steps, pushed to and fro it does not.
            return _acts++ < 30 ? 1 : _acts % 2;
        }

        public void Observe(ReadOnlySpan<float> nextObservation, in StepResult result) =>
            Told.Add((string.Join(' ', nextObservation.ToArray()), result));

        public void VisitState(StateVisitor visitor) => visitor.Number("acts", ref _acts);
    }
}
