using Hebb.Agents;
using Hebb.Catalogues;
using Hebb.Environments;
using Hebb.Files;
using Hebb.Snapshots;

namespace Hebb.Policies;

/// <summary>What an agent has learned, to act with: it learns nothing more.</summary>
/// <remarks>
/// One thread at a time may use it; make a <see cref="Copy()"/> for each thread, which shares nothing with it. Acting allocates nothing. The
/// same observation gives the same action by <see cref="Act"/>, however often it is asked and whatever was sampled before, but for a policy
/// with a memory (<see cref="Remembers"/>).
/// </remarks>
public sealed class Policy
{
    private readonly SavedAgent _saved;
    private readonly EvaluatedPolicy _greedy;
    private readonly EvaluatedPolicy _sampled;
    private readonly ObservationUnits _units;
    private bool _sampledLast;

    private Policy(SavedAgent saved)
    {
        _saved = saved;
        IParallelAgent agent = saved.Create();
        var size = saved.Definition.Task.ObservationSize;
        _greedy = new EvaluatedPolicy(agent, size, samples: false);
        _sampled = new EvaluatedPolicy(agent, size, samples: true);
        _units = new ObservationUnits(saved.Definition.Scaling);
    }

    /// <summary>Loads a policy.</summary>
    /// <param name="path">
    /// The folder of a run, its checkpoint, a file that <see cref="Learner.Save"/> has written, or one of the weights alone that
    /// <c>hebb export</c> has written.
    /// </param>
    /// <param name="catalogues">What the names in the file mean; null for <see cref="CatalogueSet.Standard"/>.</param>
    /// <exception cref="RecordException">It cannot be read, is damaged, or holds no agent; the message is one line.</exception>
    public static Policy Load(string path, CatalogueSet? catalogues = null) => new(AgentFile.Read(path, catalogues));

    /// <summary>What its agent is made of.</summary>
    public AgentDefinition Definition => _saved.Definition;

    /// <summary>Numbers in an observation.</summary>
    public int ObservationSize => Definition.Task.ObservationSize;

    /// <summary>How many actions there are.</summary>
    public int ActionCount => Definition.Task.ActionCount;

    /// <summary>Whether <see cref="Act"/> takes the best action; false for an agent that has none, whose actions are always drawn.</summary>
    public bool IsGreedy => _greedy.IsGreedy;

    /// <summary>
    /// Whether it has a memory: then tell it of the beginning of each episode by <see cref="Begin"/>, and by <see cref="Observe"/> what each
    /// action led to, and act by either <see cref="Act"/> or <see cref="Sample"/> in an episode.
    /// </summary>
    public bool Remembers => _greedy.Remembers;

    /// <summary>Tells it that an episode begins: one with a memory forgets; another does nothing.</summary>
    public void Begin()
    {
        _greedy.Begin();
        _sampled.Begin();
    }

    /// <summary>Tells it what its last action led to; one without a memory does nothing with it.</summary>
    /// <param name="nextObservation">The observation after the action; the last one of an episode that ended.</param>
    /// <param name="result">The reward, and whether the episode ended.</param>
    /// <exception cref="ArgumentException">The observation has more or fewer numbers.</exception>
    public void Observe(ReadOnlySpan<float> nextObservation, in StepResult result)
    {
        ReadOnlySpan<float> next = _units.Of(nextObservation);
        (_sampledLast ? _sampled : _greedy).Observe(next, result);
    }

    /// <summary>The best action.</summary>
    /// <param name="observation">What the environment shows, in its own units; <see cref="ObservationSize"/> numbers.</param>
    /// <returns>An action from 0 to <see cref="ActionCount"/> - 1.</returns>
    /// <exception cref="ArgumentException">The observation has more or fewer numbers.</exception>
    public int Act(ReadOnlySpan<float> observation)
    {
        _sampledLast = false;
        return _greedy.Act(_units.Of(observation));
    }

    /// <summary>An action drawn as in training: by its probability, or explored.</summary>
    /// <inheritdoc cref="Act"/>
    public int Sample(ReadOnlySpan<float> observation)
    {
        _sampledLast = true;
        return _sampled.Act(_units.Of(observation));
    }

    /// <summary>A policy that acts alike, for another thread; it draws the same actions as this one did from its start.</summary>
    public Policy Copy() => new(_saved);

    /// <summary>A policy that acts alike and draws from other random numbers.</summary>
    /// <param name="seed">The seed that it draws from.</param>
    /// <exception cref="RecordException">The agent's parameters cannot be told from the rest of its state.</exception>
    public Policy Copy(ulong seed)
    {
        StateSnapshot parameters = _saved.State.Parameters();
        return parameters.Entries.IsEmpty
            ? throw new RecordException(
                $"{_saved.Path} has no parts named {StateVisitor.Parameters}: copies draw as the first does"
            )
            : new Policy(
                _saved with
                {
                    Definition = Definition with { Task = Definition.Task with { Seed = seed } },
                    State = parameters,
                    IsWhole = false,
                }
            );
    }

    /// <summary>The policy of an agent as it is now.</summary>
    internal static Policy Of(AgentDefinition definition, StateSnapshot state) =>
        new(new SavedAgent(definition.Entry.Name, definition, state, IsWhole: true));
}
