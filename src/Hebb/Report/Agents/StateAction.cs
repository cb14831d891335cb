namespace Hebb.Report.Agents;

/// <summary>
/// The input of the report's Q-networks: the observation with the action's index behind it as one more number, and
/// one output, Q(s, a).
/// </summary>
internal sealed class StateAction<T>(int observationSize)
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private readonly T[] _inputs = new T[observationSize + 1];

    /// <summary>The observation read last.</summary>
    public ReadOnlySpan<T> Observation => _inputs.AsSpan(0, observationSize);

    public void Read(ReadOnlySpan<float> observation) =>
        TensorPrimitives.ConvertTruncating(observation, _inputs.AsSpan(0, observationSize));

    public void Read(ReadOnlySpan<T> observation) => observation.CopyTo(_inputs);

    /// <summary>The input for one action in the observation read last.</summary>
    public ReadOnlySpan<T> With(int action)
    {
        _inputs[observationSize] = T.CreateTruncating(action);
        return _inputs;
    }
}
