using Hebb.Agents;
using Hebb.Catalogues;
using Hebb.Lab.Runs;
using Hebb.Lab.Training;
using Hebb.Numerics;
using Hebb.Snapshots;

namespace Hebb.Lab.Tests.Runs;

/// <summary>A run that finds no more memory: its record and the message say so in plain words.</summary>
public sealed class OutOfMemoryTests : IDisposable
{
    private readonly TemporaryDirectory _temporary = new();

    public void Dispose() => _temporary.Dispose();

    [Fact]
    public void Its_record_and_message_say_so()
    {
        var plan = new AgentPlan(
            CatalogueSet.Standard.Agents.Find("random"),
            CatalogueSet.Standard.Environments.Find("CartPole-v0"),
            RunBudget.OfSteps(100)
        )
        {
            CreateAgent = _ => new Hungry(),
        };
        var experiment = new TrainingExperiment([plan], [0], (_, _) => _temporary.New());
        var failure = Assert.Throws<RunFailedException>(() => experiment.Run(new RunOptions()));
        Assert.Equal($"{_temporary.New()} failed: there is not enough memory", failure.Message);
        Assert.Contains(
            "\"failure\": \"there is not enough memory\"",
            File.ReadAllText(Path.Combine(_temporary.New(), "run.json")),
            StringComparison.Ordinal
        );
    }

    private sealed class Hungry : IParallelAgent
    {
        public int EnvironmentCount => 1;

        public bool IsFinite => true;

#pragma warning disable MA0012 // As the platform does where there is no more.
        public void Act(ReadOnlyMatrixSpan<float> observations, Span<int> actions) =>
            throw new InsufficientMemoryException();
#pragma warning restore MA0012

        public void Observe(in ParallelSteps steps) { }

        public void VisitState(StateVisitor visitor) { }
    }
}
