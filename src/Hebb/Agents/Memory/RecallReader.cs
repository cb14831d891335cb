using Hebb.Memory.Actions;
using Hebb.Numerics;
using Hebb.Snapshots;

namespace Hebb.Agents.Memory;

/// <summary>
/// What is recalled and seen of each action, phi_a: it drives the hidden units while the action is clamped, u_a = W x + b + U_a + V phi_a,
/// and the logit at once, by weights that all actions share.
/// </summary>
internal sealed class RecallReader : IStateful
{
    private readonly RecallSettings _settings;
    private readonly IActionView _view;
    private readonly IActionMemory _recall;
    private readonly AlignedBuffer<float> _drive;
    private readonly float[] _features;
    private readonly float[] _common;
    private readonly float[] _last;
    private readonly int _actions;

    /// <summary>Recalls nothing yet.</summary>
    /// <param name="settings">What is recalled.</param>
    /// <param name="view">How observations are taken apart.</param>
    /// <param name="units">Hidden units.</param>
    /// <param name="random">The stream that weights are drawn from.</param>
    public RecallReader(RecallSettings settings, IActionView view, AgentTask task, int units, Pcg64 random)
        : this(settings, view, task, Create(settings, task, random), weights: null, units, random) { }

    private RecallReader(
        RecallSettings settings,
        IActionView view,
        AgentTask task,
        IActionMemory recall,
        ActionWeights? weights,
        int units,
        Pcg64? random
    )
    {
        _settings = settings;
        _view = view;
        Task = task;
        _actions = task.ActionCount;
        _recall = recall;
        Size = view.ActionSize + recall.Size;
        Weights = weights ?? new ActionWeights(Size, units, settings.StartBound, random!);
        _features = new float[_actions * Size];
        _common = new float[view.CommonSize + (view.PoolCount * recall.Size)];
        _last = new float[task.ObservationSize];
        _drive = new AlignedBuffer<float>(Weights.Hidden.Stride);
    }

    /// <summary>The task.</summary>
    public AgentTask Task { get; }

    /// <summary>Numbers of an action.</summary>
    public int Size { get; }

    /// <summary>Numbers that concern all actions.</summary>
    public int CommonSize => _common.Length;

    /// <summary>The weights of phi.</summary>
    public ActionWeights Weights { get; }

    /// <summary>The bytes of what it holds.</summary>
    public int ContentBytes => _settings.Writes ? _recall.ContentBytes : 0;

    /// <summary>phi of an action, as it was prepared last.</summary>
    public ReadOnlySpan<float> Features(int action) => _features.AsSpan(action * Size, Size);

    /// <summary>Another one by the same weights, which recalls nothing yet.</summary>
    public RecallReader Share() =>
        new(_settings, _view, Task, _recall.Share(), Weights, Weights.Hidden.Columns, random: null);

    /// <summary>What is recalled, where it learns what to keep; null otherwise.</summary>
    public ILearnedActionMemory? Learned => _recall as ILearnedActionMemory;

    /// <summary>Where what is recalled begins among the numbers of an action.</summary>
    public int RecalledAt => _view.ActionSize;

    /// <summary>Forgets: an episode begins.</summary>
    public void Begin() => _recall.Begin();

    private static IActionMemory Create(RecallSettings settings, AgentTask task, Pcg64 random) =>
        settings.Gates is { } gates
            ? new ActionGates(gates, task.ActionCount, random)
            : new ActionRecall(task.ActionCount, settings.Rate, settings.Decay);

    /// <summary>Recalls all actions.</summary>
    /// <returns>What concerns all actions.</returns>
    public ReadOnlySpan<float> Prepare(ReadOnlySpan<float> observation)
    {
        observation.CopyTo(_last);
        _common.AsSpan().Clear();
        _view.Common(observation, _common.AsSpan(0, _view.CommonSize));
        for (var action = 0; action < _actions; action++)
        {
            Span<float> features = _features.AsSpan(action * Size, Size);
            _view.Action(observation, action, features[.._view.ActionSize]);
            Span<float> recalled = features[_view.ActionSize..];
            _recall.Read(action, recalled);
            for (var pool = 0; pool < _view.PoolCount; pool++)
            {
                if (_view.IsIn(observation, action, pool))
                {
                    Span<float> pooled = _common.AsSpan(_view.CommonSize + (pool * _recall.Size), _recall.Size);
                    TensorPrimitives.Max(pooled, recalled, pooled);
                }
            }
        }

        return _common;
    }

    /// <summary>What an action drives the hidden units with: its own weights, and V phi_a.</summary>
    /// <param name="own">U_a, padding included.</param>
    public ReadOnlySpan<float> Drive(int action, ReadOnlySpan<float> own)
    {
        Span<float> drive = _drive.Span;
        own.CopyTo(drive);
        ReadOnlySpan<float> features = Features(action);
        for (var row = 0; row < features.Length; row++)
        {
            if (features[row] != 0)
            {
                TensorPrimitives.MultiplyAdd(Weights.Hidden.Padded(row), features[row], drive, drive);
            }
        }

        return drive;
    }

    /// <summary>v . phi_a.</summary>
    public float Logit(int action) => TensorPrimitives.Dot(Features(action), Weights.Logit);

    /// <summary>Takes in what an action led to.</summary>
    /// <param name="next">The observation after it.</param>
    public void Observe(int action, ReadOnlySpan<float> next, double reward)
    {
        if (!_settings.Writes)
        {
            return;
        }

        // Where a new attempt has begun, the effect of the last action shows in its reward alone.
        var begins = _view.BeginsAttempt(next);
        var changed = reward > 0 || (!begins && _view.HasChanged(_last, next));
        _recall.Write(action, changed, succeeded: reward > _settings.SuccessReward);
        if (begins)
        {
            _recall.BeginAttempt();
        }
    }

    /// <inheritdoc/>
    public void VisitState(StateVisitor visitor)
    {
        ArgumentNullException.ThrowIfNull(visitor);
        visitor.Part("weights", Weights);
        visitor.Part("recall", _recall);
        visitor.Numbers<float>("last", _last);
    }
}
