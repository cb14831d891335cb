using Hebb.Environments;
using Hebb.Numerics;

namespace Hebb.Lab.Studies.Landscapes;

/// <summary>
/// What networks are measured on: observations met by random actions, the same for every network of a seed, and a
/// direction in which the cost pulls at each.
/// </summary>
internal sealed class LandscapeInputs
{
    // Steps between two observations that are kept: neighbours are all but the same.
    private const int Stride = 7;

    private readonly float[] _observations;
    private readonly float[] _directions;
    private readonly int _size;
    private readonly int _outputs;

    /// <summary>Draws them.</summary>
    public LandscapeInputs(int count, ulong seed)
    {
        IEnvironment environment = LandscapeAgent.CreateEnvironment();
        _size = environment.Specification.Observations.Size;
        _outputs = environment.Specification.Actions.Count;
        _observations = new float[count * _size];
        _directions = new float[count * _outputs];
        var random = new Pcg64(new SeedSequence(seed).Spawn(100));
        var observation = new float[_size];
        environment.Reset(random.NextUInt64(), observation);
        for (var input = 0; input < count; input++)
        {
            for (var step = 0; step < Stride; step++)
            {
                var action = random.NextDouble() < 0.5 ? 0 : 1;
                if (environment.Step(action, observation).EpisodeEnded)
                {
                    environment.Reset(random.NextUInt64(), observation);
                }
            }

            observation.CopyTo(_observations, input * _size);
        }

        foreach (ref var number in _directions.AsSpan())
        {
            number = (float)random.NextGaussian();
        }
    }

    /// <summary>A row an observation.</summary>
    public ReadOnlyMatrixSpan<float> Observations => new(_observations, _size);

    /// <summary>Gradients of a linear cost, standard normal: a row an observation.</summary>
    public ReadOnlyMatrixSpan<float> Directions => new(_directions, _outputs);
}
