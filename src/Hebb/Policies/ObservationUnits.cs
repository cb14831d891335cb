using Hebb.Environments;

namespace Hebb.Policies;

/// <summary>Turns observations of an environment into the units of an agent, in memory of its own.</summary>
internal sealed class ObservationUnits(ObservationScaling scaling)
{
    private readonly float[] _centres = [.. scaling.Centres];
    private readonly float[] _factors = [.. scaling.Scales.Select(scale => 1 / scale)];
    private readonly float[] _scaled = new float[scaling.Centres.Length];

    /// <summary>An observation in the units of the agent; valid until the next.</summary>
    /// <exception cref="ArgumentException">It has more or fewer numbers.</exception>
    public ReadOnlySpan<float> Of(ReadOnlySpan<float> observation)
    {
        if (observation.Length != _scaled.Length)
        {
            throw new ArgumentException(
                $"observation: {observation.Length} numbers; the agent observes {_scaled.Length}",
                nameof(observation)
            );
        }

        for (var index = 0; index < _scaled.Length; index++)
        {
            _scaled[index] = (observation[index] - _centres[index]) * _factors[index];
        }

        return _scaled;
    }
}
