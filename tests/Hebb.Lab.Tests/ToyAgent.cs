using Hebb.Agents;
using Hebb.Environments;
using Hebb.Numerics;
using Hebb.Snapshots;

namespace Hebb.Lab.Tests;

/// <summary>Acts at random at first and ever better later; its "parameters" stop being finite when told to.</summary>
internal sealed class ToyAgent(ulong seed, int divergeAfter = int.MaxValue) : IAgent
{
    private readonly Pcg64 _random = new(seed);
    private int _episodes;

    public bool IsFinite => _episodes < divergeAfter;

    public int Act(ReadOnlySpan<float> observation) =>
        _random.NextDouble() * 30 < _episodes ? (observation[2] + observation[3] > 0 ? 1 : 0) : _random.NextInteger(2);

    public void Observe(ReadOnlySpan<float> nextObservation, in StepResult result) =>
        _episodes += result.EpisodeEnded ? 1 : 0;

    public void VisitState(StateVisitor visitor)
    {
        visitor.Part("random", _random);
        visitor.Number("episodes", ref _episodes);
    }
}
