using Hebb.Agents.OpenLock.Chains;
using Hebb.Agents.OpenLock.Schemas;
using Hebb.Environments.OpenLock.Rooms;
using Hebb.Numerics;

namespace Hebb.Agents.OpenLock;

/// <summary>
/// A learner of OpenLock with causal beliefs: of all causal chains that open the door and are not ruled out yet, it sums the
/// beliefs by their next action and takes the action with the largest sum. Actions without effect rule chains out; from changes it
/// learns which positions, colours and verbs to try; from solutions it learns the structure of this room and of later ones.
/// </summary>
/// <remarks>
/// Edmonds et al., "Theory-based causal transfer: integrating instance-level induction and abstract-level structure learning"
/// (2020), section 4. The belief in a chain is the product of its bottom-up and its top-down belief; both are
/// products over its steps or sums of such, so that the chains may be listed or factored (<see cref="IChainSet"/>) with the same
/// choices. It knows how many solutions a room has, as people are told. Its rules hold where nothing but actions changes the
/// room, so not in delayed scenarios, nor where effects are a matter of chance.
/// </remarks>
public sealed class CausalLearner : IRoomLearner
{
    // How solutions may hang together is listed, and the list of five takes minutes.
    private const int MostSolutions = 4;

    private const int White = 0;
    private const int Grey = 1;

    private readonly Pcg64 _random;
    private readonly IChainSet _chains;
    private readonly ChainSpace _space;
    private readonly CausalLearnerOptions _options;
    private readonly AttributeBeliefs _attributes;
    private readonly SchemaBeliefs _schemas;
    private readonly List<byte> _causal = [];
    private readonly List<int> _actions = [];
    private readonly List<ImmutableArray<int>> _found = [];
    private readonly double[] _sums;
    private int[] _colours = [];
    private ChainTerm[] _terms = [];
    private bool _isFirstTrial = true;

    /// <summary>Makes a learner without experience.</summary>
    /// <param name="random">What its choices and beliefs are drawn from.</param>
    /// <param name="chains">Holds the chains that it thinks possible; of no other learner's.</param>
    /// <param name="options">What it makes use of; null for everything.</param>
    public CausalLearner(Pcg64 random, IChainSet chains, CausalLearnerOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(random);
        ArgumentNullException.ThrowIfNull(chains);
        (_random, _chains, _space, _options) = (random, chains, chains.Space, options ?? new());
        _attributes = new AttributeBeliefs(_space, _options, random);
        _schemas = new SchemaBeliefs(_space.Steps, random);
        _sums = new double[_space.Relations];
    }

    /// <summary>The chains that it thinks possible in the present room.</summary>
    public IChainSet Chains => _chains;

    /// <summary>How many trials were wired by a common cause and a common effect, each with 1 added.</summary>
    public (double CommonCause, double CommonEffect) Schemas => (_schemas.Counts[0], _schemas.Counts[1]);

    /// <summary>Makes a learner of the rooms of a number of actions an attempt, with factored chains.</summary>
    /// <param name="random">What its choices and beliefs are drawn from.</param>
    /// <param name="options">What it makes use of; null for everything.</param>
    /// <param name="steps">The actions of an attempt.</param>
    public static CausalLearner OfRooms(Pcg64 random, CausalLearnerOptions? options = null, int steps = 3) =>
        new(random, new FactoredChains(SpaceOfRooms(steps)), options);

    /// <summary>The chains of the rooms of OpenLock.</summary>
    /// <param name="steps">The actions of an attempt.</param>
    public static ChainSpace SpaceOfRooms(int steps = 3) => new(RoomAction.Positions, Grey + 1, steps);

    /// <summary>The colours of a room's objects as the learner sees them, the door last: active levers and the door are grey, the others white.</summary>
    /// <param name="active">The positions of active levers, a bit each.</param>
    public static ImmutableArray<int> ColoursOf(int active) =>
        [
            .. Enumerable
                .Range(0, RoomAction.Positions)
                .Select(position => ((active >> position) & 1) == 0 ? White : Grey),
            Grey,
        ];

    /// <summary>What the learner sees of an action: the state that its object has now; null where nothing changed.</summary>
    /// <param name="before">The room before the action.</param>
    /// <param name="after">The room after it.</param>
    /// <param name="action">The action, by its number in <see cref="RoomAction"/>.</param>
    public static int? ValueOf(RoomState before, RoomState after, int action) =>
        !after.LooksUnlike(before) ? null
        : RoomAction.PositionOf(action) is { } position ? (after.IsPushed(position) ? 0 : 1)
        : (after.IsDoorOpen ? 1 : 0);

    /// <inheritdoc/>
    public TrialProgress Play(Room room, int attemptLimit)
    {
        ArgumentNullException.ThrowIfNull(room);
        Check(room);
        var progress = new TrialProgress(attemptLimit);
        progress.Begin(room);
        BeginTrial(ColoursOf(room.Active).AsSpan(), room.Solutions.Length);
        while (!progress.IsOver)
        {
            BeginAttempt();
            RoomState state = RoomState.Initial;
            while (!progress.IsAttemptOver)
            {
                var action = Choose();
                RoomState next = room.Act(state, action);
                progress.Take(action);
                Observe(action, ValueOf(state, next, action));
                state = next;
            }

            var found = progress.FoundCount;
            progress.EndAttempt();
            EndAttempt(progress.FoundCount > found);
        }

        EndTrial();
        return progress;
    }

    /// <summary>Begins a trial.</summary>
    /// <param name="colours">The colour of each object, the door last.</param>
    /// <param name="solutions">How many solutions there are to be found; at least 1.</param>
    public void BeginTrial(ReadOnlySpan<int> colours, int solutions)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(solutions, 1);
        _chains.Begin(colours);
        _colours = colours.ToArray();
        _found.Clear();
        _attributes.BeginTrial();
        _schemas.BeginTrial(solutions);
    }

    /// <summary>Begins an attempt: makes up its mind what to believe in it.</summary>
    public void BeginAttempt()
    {
        _causal.Clear();
        _actions.Clear();
        _attributes.BeginAttempt();
        _schemas.BeginAttempt();
        var isTopDown = _options.TopDown && (_options.TopDownInFirstTrial || !_isFirstTrial) && _found.Count > 0;
        _terms = isTopDown
            ? [.. _schemas.Expect(_found).Select(expectation => Term(expectation))]
            : [Term(expectation: null)];
    }

    /// <summary>Chooses the next action; nothing is learned by that.</summary>
    /// <returns>The action, by its number in <see cref="ChainSpace"/>.</returns>
    public int Choose()
    {
        _sums.AsSpan().Clear();
        if (_causal.Count < _space.Steps)
        {
            _chains.Sum([.. _causal], _terms, _sums);
        }

        Span<double> byAction = stackalloc double[_space.Actions];
        byAction.Clear();
        for (var relation = 0; relation < _sums.Length; relation++)
        {
            byAction[_space.ActionOf(relation)] += _sums[relation];
        }

        return DrawLargest(byAction);
    }

    /// <summary>Learns what an action brought about.</summary>
    /// <param name="value">What the state of the object acted upon became; null where nothing changed.</param>
    public void Observe(int action, int? value)
    {
        _actions.Add(action);
        if (_causal.Count == _space.Steps)
        {
            return;
        }

        var colour = _colours[_space.ObjectOfAction(action)];
        for (var other = 0; _options.Prunes && other < ChainSpace.Values; other++)
        {
            if (other != value)
            {
                _chains.Remove([.. _causal, _space.RelationOf(action, colour, other)]);
            }
        }

        if (value is { } became)
        {
            var relation = _space.RelationOf(action, colour, became);
            _attributes.Observe(_causal.Count, relation);
            _causal.Add(relation);
        }
    }

    /// <summary>Ends an attempt: what was tried in it is not tried again in the trial.</summary>
    /// <param name="isNewSolution">Whether it opened the door by actions that had not yet been found.</param>
    public void EndAttempt(bool isNewSolution)
    {
        if (isNewSolution && _causal.Count == _space.Steps)
        {
            _found.Add([.. _causal.Select(relation => _space.FluentOf(relation))]);
        }

        if (_actions.Count == _space.Steps)
        {
            RemoveTried([]);
        }
    }

    /// <summary>Ends a trial: learns how its room was wired.</summary>
    public void EndTrial()
    {
        _schemas.EndTrial(_found);
        _isFirstTrial = false;
    }

    // All chains of the attempt's actions, whatever they are thought to bring about.
    private void RemoveTried(ImmutableArray<byte> prefix)
    {
        if (prefix.Length == _space.Steps)
        {
            _chains.Remove(prefix.AsSpan());
            return;
        }

        var action = _actions[prefix.Length];
        for (var value = 0; value < ChainSpace.Values; value++)
        {
            RemoveTried(prefix.Add(_space.RelationOf(action, _colours[_space.ObjectOfAction(action)], value)));
        }
    }

    // The chains of an expectation are equally likely before anything is known of their attributes, and those that were ruled out
    // are not made up for: what speaks against many instances of a schema speaks against it.
    private ChainTerm Term(Expectation? expectation)
    {
        var term = new ChainTerm(_space);
        var scale = expectation?.Probability ?? 1;
        for (var step = 0; step < _space.Steps; step++)
        {
            Span<double> weights = term.At(step);
            var expected = 0;
            for (var relation = 0; relation < weights.Length; relation++)
            {
                var isGoal = step < _space.Steps - 1 || _space.OpensDoor(relation);
                if (
                    isGoal
                    && _space.ColourOf(relation) == _colours[_space.ObjectOf(relation)]
                    && (expectation is null || IsExpected(expectation.Value, step, relation))
                )
                {
                    expected++;
                    weights[relation] = _attributes.Score(step, relation);
                }
            }

            scale /= expectation is null ? 1 : Math.Max(1, expected);
        }

        foreach (ref var weight in term.At(0))
        {
            weight *= scale;
        }

        return term;
    }

    private bool IsExpected(Expectation expectation, int step, int relation)
    {
        var fluent = _space.FluentOf(relation);
        return expectation.Fluents[step] == Expectation.New
            ? _found.TrueForAll(found => !found.Contains(fluent))
            : expectation.Fluents[step] == fluent;
    }

    // Sums that differ by rounding alone are equal, so that listed and factored chains choose alike.
    private int DrawLargest(ReadOnlySpan<double> sums)
    {
        const double Rounding = 1e-9;
        var largest = 0.0;
        foreach (var sum in sums)
        {
            largest = Math.Max(largest, sum);
        }

        var least = largest * (1 - Rounding);
        var count = 0;
        foreach (var sum in sums)
        {
            count += sum >= least ? 1 : 0;
        }

        var left = _random.NextInteger(count);
        var action = 0;
        while (sums[action] < least || left-- > 0)
        {
            action++;
        }

        return action;
    }

    private void Check(Room room)
    {
        Scenario scenario = room.Scenario;
        if (scenario.IsDelayed)
        {
            throw new ArgumentException(
                $"Scenario {scenario.Name} is delayed: what an action does there depends on the time, which no chain holds.",
                nameof(room)
            );
        }

        if (room.Solutions.Length > MostSolutions)
        {
            throw new ArgumentException(
                $"Scenario {scenario.Name} has {room.Solutions.Length} solutions: how more than {MostSolutions} may hang together is too much to list.",
                nameof(room)
            );
        }

        if (scenario.ActionsPerAttempt != _space.Steps || _space.Positions != RoomAction.Positions)
        {
            throw new ArgumentException(
                $"Scenario {scenario.Name} has {scenario.ActionsPerAttempt} actions an attempt and {RoomAction.Positions} positions; the chains are of {_space.Steps} steps and {_space.Positions} positions.",
                nameof(room)
            );
        }
    }
}
