using Hebb.Numerics;
using Hebb.Settings;
using Hebb.Snapshots;

namespace Hebb.Agents.Dqn;

/// <summary>Which environments take drawn actions, and for how long still: see <see cref="ExplorationOptions"/>.</summary>
public sealed class Exploration : IStateful
{
    private readonly ExplorationOptions _options;
    private readonly int _actionCount;
    private readonly Pcg64 _random;
    private readonly double[] _durations;
    private readonly int[] _actions;
    private readonly int[] _left;

    /// <summary>No environment explores as yet.</summary>
    /// <param name="environments">How many environments; at least 1.</param>
    /// <param name="actionCount">How many actions there are; at least 1.</param>
    /// <param name="options">How often and for how long.</param>
    /// <exception cref="ArgumentException">An option is not possible.</exception>
    public Exploration(int environments, int actionCount, ExplorationOptions options, Pcg64 random)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(environments);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(actionCount);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(random);
        SettingRules.Require(options);
        _options = options;
        _actionCount = actionCount;
        _random = random;
        _durations = Cumulative(options);
        _actions = new int[environments];
        _left = new int[environments];
    }

    /// <summary>Goes one step on: draws whether an environment explores now, unless it already does.</summary>
    /// <param name="steps">The steps of all environments so far, for epsilon.</param>
    /// <param name="action">The drawn action, where it explores.</param>
    /// <returns>Whether it explores in this step.</returns>
    public bool TryDraw(int environment, long steps, out int action)
    {
        if (_left[environment] == 0 && _random.NextDouble() < _options.Epsilon(steps))
        {
            _actions[environment] = _random.NextInteger(_actionCount);
            _left[environment] = DrawDuration();
        }

        action = _actions[environment];
        if (_left[environment] == 0)
        {
            return false;
        }

        _left[environment]--;
        return true;
    }

    /// <summary>Ends what an environment explores: its episode is over.</summary>
    public void End(int environment) => _left[environment] = 0;

    private int DrawDuration()
    {
        if (_durations.Length == 1)
        {
            return 1;
        }

        // The last of the sums is exactly 1, which no draw reaches.
        var place = Array.BinarySearch(_durations, _random.NextDouble());
        return 1 + (place >= 0 ? place + 1 : ~place);
    }

    // P(duration <= k + 1) at place k.
    private static double[] Cumulative(ExplorationOptions options)
    {
        var sums = new double[options.LongestRepeat];
        var sum = 0.0;
        for (var place = 0; place < sums.Length; place++)
        {
            sum += Math.Pow(place + 1, -options.RepeatExponent);
            sums[place] = sum;
        }

        for (var place = 0; place < sums.Length; place++)
        {
            sums[place] /= sum;
        }

        return sums;
    }

    /// <inheritdoc/>
    public void VisitState(StateVisitor visitor)
    {
        ArgumentNullException.ThrowIfNull(visitor);
        visitor.Part("random", _random);
        visitor.Numbers<int>("actions", _actions);
        visitor.Numbers<int>("left", _left);
    }
}
