using Hebb.Agents.OpenLock.Chains;
using Hebb.Numerics;

namespace Hebb.Agents.OpenLock;

/// <summary>
/// What a learner of OpenLock believes bottom up: which positions, colours and verbs brought about changes so far, at each step of a
/// chain and pooled over all of them; over all trials, and in the present one.
/// </summary>
/// <remarks>
/// Counts of Dirichlet distributions that begin with 1, as in Edmonds et al., "Theory-based causal transfer" (2020), section 4.2.
/// A trial begins with probabilities that are drawn from the counts of all trials, stretched to counts from 1 to 10; chains are
/// scored by probabilities that are drawn from the trial's counts at the beginning of each attempt.
/// </remarks>
internal sealed class AttributeBeliefs
{
    private const double MostAtFirst = 10;

    private readonly ChainSpace _space;
    private readonly CausalLearnerOptions _options;
    private readonly Pcg64 _random;
    private readonly AttributeCounts[] _ofAllTrials;
    private readonly AttributeCounts[] _ofTrial;
    private readonly AttributeCounts[] _drawn;

    /// <summary>Makes beliefs that prefer nothing.</summary>
    public AttributeBeliefs(ChainSpace space, CausalLearnerOptions options, Pcg64 random)
    {
        (_space, _options, _random) = (space, options, random);
        _ofAllTrials = Counts();
        _ofTrial = Counts();
        _drawn = Counts();
    }

    // The last is pooled over the steps.
    private int Pooled => _space.Steps;

    /// <summary>Begins a trial with what all trials before it have taught.</summary>
    public void BeginTrial()
    {
        for (var set = 0; set < _ofTrial.Length; set++)
        {
            _ofTrial[set].Draw(_random, _ofAllTrials[set]);
            _ofTrial[set].Stretch(MostAtFirst);
        }
    }

    /// <summary>Draws the probabilities that an attempt's chains are scored by.</summary>
    public void BeginAttempt()
    {
        for (var set = 0; set < _drawn.Length; set++)
        {
            _drawn[set].Draw(_random, _ofTrial[set]);
        }
    }

    /// <summary>Learns that a relation held.</summary>
    /// <param name="step">The step of the chain, from 0.</param>
    public void Observe(int step, int relation)
    {
        _ofAllTrials[step].Add(relation);
        _ofAllTrials[Pooled].Add(relation);
        _ofTrial[step].Add(relation);
        _ofTrial[Pooled].Add(relation);
    }

    /// <summary>The belief in a relation at a step.</summary>
    /// <param name="step">The step, from 0.</param>
    public double Score(int step, int relation) =>
        !_options.BottomUp
            ? 1
            : _drawn[_options.IndexesAttributes ? step : Pooled].Score(relation, _options.HeedsVerbs);

    private AttributeCounts[] Counts() => [.. Enumerable.Range(0, Pooled + 1).Select(_ => new AttributeCounts(_space))];
}
