using Hebb.Snapshots;

namespace Hebb.Memory.Actions;

/// <summary>
/// What each action led to before, in this episode: three outcomes (it changed something; it changed nothing; it was part of an attempt that
/// succeeded) under three keys (the action, as the first of an attempt; the action, as a later one; the action after the last one that
/// changed something). Written by the delta rule with keys of one 1, so that a new outcome replaces the old.
/// </summary>
/// <remarks>
/// A Hebbian heteroassociation H = H + rate (outcome - H key) key' (Widrow and Hoff 1960; Schlag, Irie and Schmidhuber 2021), read for each
/// action in turn, as a policy of free energies clamps each action in turn. Its size grows with the square of the actions and not with the
/// length of attempts.
/// </remarks>
public sealed class ActionRecall : IActionMemory
{
    /// <summary>The outcomes under a key.</summary>
    public const int Outcomes = 3;

    private const int Changed = 0;
    private const int Unchanged = 1;
    private const int Succeeded = 2;

    private readonly int _actions;
    private readonly int _longest;
    private readonly float _rate;
    private readonly float _keep;
    private readonly float[] _first;
    private readonly float[] _later;
    private readonly float[] _after;

    // The attempt so far: what was done, and after which effective action.
    private readonly int[] _done;
    private readonly int[] _contexts;
    private int _count;
    private int _context;

    /// <summary>Recalls nothing yet.</summary>
    /// <param name="actions">How many actions there are; at least 1.</param>
    /// <param name="rate">How far an outcome moves what was kept under its keys; above 0, at most 1.</param>
    /// <param name="decay">The part of all content that is lost in a step, from 0 to 1.</param>
    /// <param name="longest">The actions of an attempt that can be told to have succeeded; later ones are not. At least 1.</param>
    public ActionRecall(int actions, double rate = 1, double decay = 0, int longest = 16)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(actions);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(longest);
        _actions = actions;
        _longest = longest;
        _rate = (float)rate;
        _keep = (float)(1 - decay);
        _first = new float[actions * Outcomes];
        _later = new float[actions * Outcomes];
        _after = new float[(actions + 1) * actions * Outcomes];
        _done = new int[longest];
        _contexts = new int[longest];
        _context = actions;
    }

    /// <inheritdoc/>
    public int Size => 3 * Outcomes;

    /// <summary>
    /// The bytes of its content: a bit for each outcome under each key, which is what a rate of 1 without decay leaves, rounded up.
    /// </summary>
    public int ContentBytes => (_first.Length + _later.Length + _after.Length + 7) / 8;

    /// <inheritdoc/>
    public void Begin()
    {
        _first.AsSpan().Clear();
        _later.AsSpan().Clear();
        _after.AsSpan().Clear();
        BeginAttempt();
    }

    /// <inheritdoc/>
    public void BeginAttempt()
    {
        _count = 0;
        _context = _actions;
    }

    /// <inheritdoc/>
    public void Write(int action, bool changed, bool succeeded)
    {
        if (_keep < 1)
        {
            TensorPrimitives.Multiply(_first, _keep, _first);
            TensorPrimitives.Multiply(_later, _keep, _later);
            TensorPrimitives.Multiply(_after, _keep, _after);
        }

        Outcome(Key(_count, action), changed);
        Outcome(After(_context, action), changed);
        if (_count < _longest)
        {
            _done[_count] = action;
            _contexts[_count] = _context;
        }

        _count++;
        if (changed)
        {
            _context = action;
        }

        for (var place = 0; succeeded && place < Math.Min(_count, _longest); place++)
        {
            Toward(ref Key(place, _done[place])[Succeeded], 1);
            Toward(ref After(_contexts[place], _done[place])[Succeeded], 1);
        }
    }

    /// <inheritdoc/>
    /// <remarks>Read are the outcomes as first action, as a later one, and after the last effective action.</remarks>
    public void Read(int action, Span<float> numbers)
    {
        numbers[..(2 * Outcomes)].Clear();
        Key(_count, action).CopyTo(numbers[(_count == 0 ? 0 : Outcomes)..]);
        After(_context, action).CopyTo(numbers[(2 * Outcomes)..]);
    }

    private Span<float> Key(int place, int action) =>
        (place == 0 ? _first : _later).AsSpan(action * Outcomes, Outcomes);

    private Span<float> After(int context, int action) =>
        _after.AsSpan(((context * _actions) + action) * Outcomes, Outcomes);

    private void Outcome(Span<float> kept, bool changed)
    {
        Toward(ref kept[Changed], changed ? 1 : 0);
        Toward(ref kept[Unchanged], changed ? 0 : 1);
    }

    private void Toward(ref float kept, float value) => kept += _rate * (value - kept);

    /// <inheritdoc/>
    public IActionMemory Share() => new ActionRecall(_actions, _rate, 1 - _keep, _longest);

    /// <inheritdoc/>
    public void VisitState(StateVisitor visitor)
    {
        ArgumentNullException.ThrowIfNull(visitor);
        visitor.Numbers<float>("first", _first);
        visitor.Numbers<float>("later", _later);
        visitor.Numbers<float>("after", _after);
        visitor.Numbers<int>("done", _done);
        visitor.Numbers<int>("contexts", _contexts);
        visitor.Number("count", ref _count);
        _context = visitor.Count("context", _context, _actions);
    }
}
