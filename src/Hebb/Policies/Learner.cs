using Hebb.Agents;
using Hebb.Catalogues;
using Hebb.Environments;
using Hebb.Files;
using Hebb.Numerics;
using Hebb.Snapshots;

namespace Hebb.Policies;

/// <summary>
/// An agent that learns inside a program of your own, which steps the environment: it is asked for an action, then told what came of it.
/// It can be saved at any moment and goes on from there as if nothing had been.
/// </summary>
/// <remarks>
/// One thread at a time may use it. It plays one environment; agents that play several side by side by their settings are asked for one
/// with the setting <c>environments</c>, or are used through <see cref="Agent"/>. Nothing is allocated by a step after the first updates
/// have sized the buffers.
/// </remarks>
public sealed class Learner
{
    private readonly ObservationUnits _units;
    private readonly int[] _actions = new int[1];
    private readonly double[] _rewards = new double[1];
    private readonly bool[] _terminated = new bool[1];
    private readonly bool[] _truncated = new bool[1];
    private bool _hasActed;

    /// <summary>A learner at its start.</summary>
    /// <param name="definition">What it is made of.</param>
    /// <exception cref="ArgumentException">A setting is not possible; the message names it.</exception>
    public Learner(AgentDefinition definition)
        : this(definition, (definition ?? throw new ArgumentNullException(nameof(definition))).Create()) { }

    private Learner(AgentDefinition definition, IParallelAgent agent)
    {
        Definition = definition;
        Agent = agent;
        _units = new ObservationUnits(definition.Scaling);
    }

    /// <summary>Loads a learner as it was when it was saved.</summary>
    /// <param name="path">A file that <see cref="Save"/> has written, the folder of a run, or its checkpoint.</param>
    /// <param name="steps">
    /// The environment steps that its schedules end with, counted from the agent's beginning: more than it has learned for, where it is to
    /// go on after them; null for those that it was made for.
    /// </param>
    /// <param name="catalogues">What the names in the file mean; null for <see cref="CatalogueSet.Standard"/>.</param>
    /// <exception cref="RecordException">It cannot be read, is damaged, or holds no agent with all of its state.</exception>
    public static Learner Load(string path, long? steps = null, CatalogueSet? catalogues = null)
    {
        SavedAgent saved = AgentFile.Read(path, catalogues);
        if (!saved.IsWhole)
        {
            throw new RecordException(
                $"{saved.Path} holds the parameters of {saved.Definition.Entry.Name} alone: to go on learning, load the run's folder or checkpoint"
            );
        }

        if (steps is { } more)
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(more, 1, nameof(steps));
            AgentTask task = saved.Definition.Task;
            saved = saved with { Definition = saved.Definition with { Task = task with { Steps = more } } };
        }

        return new Learner(saved.Definition, saved.Create());
    }

    /// <summary>What it is made of.</summary>
    public AgentDefinition Definition { get; }

    /// <summary>
    /// The agent itself, to be looked at, or to play several environments side by side; observations are to be given to it in the units of
    /// <see cref="AgentDefinition.Scaling"/>.
    /// </summary>
    public IParallelAgent Agent { get; }

    /// <summary>Chooses an action, as it does while it learns: drawn or explored.</summary>
    /// <param name="observation">What the environment shows, in its own units.</param>
    /// <exception cref="ArgumentException">The observation has more or fewer numbers than the agent observes.</exception>
    /// <exception cref="InvalidOperationException">The agent plays several environments side by side.</exception>
    public int Act(ReadOnlySpan<float> observation)
    {
        if (Agent.EnvironmentCount != 1)
        {
            throw new InvalidOperationException(
                $"{Definition.Entry.Name} plays {Agent.EnvironmentCount} environments side by side: set environments to 1, or use Agent"
            );
        }

        Agent.Act(new ReadOnlyMatrixSpan<float>(_units.Of(observation), observation.Length), _actions);
        _hasActed = true;
        return _actions[0];
    }

    /// <summary>Tells the agent what the action it chose last led to; it may learn here.</summary>
    /// <param name="nextObservation">The observation after the action; the last one of an episode that ended.</param>
    /// <param name="result">The reward, and whether the episode ended.</param>
    /// <exception cref="ArgumentException">The observation has more or fewer numbers than the agent observes.</exception>
    /// <exception cref="InvalidOperationException">It was not asked for an action before.</exception>
    public void Observe(ReadOnlySpan<float> nextObservation, in StepResult result)
    {
        if (!_hasActed)
        {
            throw new InvalidOperationException("The learner is told of a result before it was asked for an action.");
        }

        _rewards[0] = result.Reward;
        _terminated[0] = result.Terminated;
        _truncated[0] = result.Truncated;
        var next = new ReadOnlyMatrixSpan<float>(_units.Of(nextObservation), nextObservation.Length);
        _hasActed = false;
        Agent.Observe(
            new ParallelSteps
            {
                // Where an episode ended, agents learn nothing from the first observation of the next.
                Observations = next,
                FinalObservations = next,
                Rewards = _rewards,
                Terminated = _terminated,
                Truncated = _truncated,
            }
        );
    }

    /// <summary>Writes the agent with all of its state, whole or not at all, between two steps.</summary>
    /// <param name="path">The file; its folder exists, and a file that is there is replaced.</param>
    /// <exception cref="IOException">It cannot be written; what was there before is still there.</exception>
    public void Save(string path) => AgentFile.Write(path, Definition, StateSnapshot.Of(Agent), isWhole: true);

    /// <summary>What it has learned up to now, to act with on another thread or without exploring; it learns nothing more.</summary>
    public Policy ToPolicy() => Policy.Of(Definition, StateSnapshot.Of(Agent));
}
