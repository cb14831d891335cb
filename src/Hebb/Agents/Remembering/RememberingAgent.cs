using Hebb.Agents.Diagnostics;
using Hebb.Memory;
using Hebb.Numerics;
using Hebb.Snapshots;

namespace Hebb.Agents.Remembering;

/// <summary>
/// An agent that observes memories beside what the environment shows: a bank for each environment that it plays, all by the same weights.
/// </summary>
internal sealed class RememberingAgent : IRememberingAgent, IDiagnosed
{
    private readonly IParallelAgent _agent;
    private readonly MemoryBank[] _banks;
    private readonly float[] _observations;
    private readonly float[] _finalObservations;
    private readonly int _size;
    private readonly bool[] _areWritten;

    /// <summary>Gives an agent memories.</summary>
    /// <param name="agent">The agent; from now on this object alone asks and tells it.</param>
    /// <param name="bank">The memories of its first environment.</param>
    public RememberingAgent(IParallelAgent agent, MemoryBank bank)
    {
        _agent = agent;
        _banks = new MemoryBank[agent.EnvironmentCount];
        _areWritten = new bool[_banks.Length];
        for (var index = 0; index < _banks.Length; index++)
        {
            _banks[index] = index == 0 ? bank : bank.Share();
        }

        _size = bank.Size;
        _observations = new float[_banks.Length * _size];
        _finalObservations = new float[_banks.Length * _size];
    }

    /// <inheritdoc/>
    public int EnvironmentCount => _agent.EnvironmentCount;

    /// <inheritdoc/>
    public bool IsFinite => _agent.IsFinite;

    /// <inheritdoc/>
    public ImmutableArray<string> DiagnosticNames => (_agent as IDiagnosed)?.DiagnosticNames ?? [];

    /// <inheritdoc/>
    public IRememberingPolicy CreatePolicy() => new RememberingPolicy(_agent, _banks[0].Share());

    /// <inheritdoc/>
    public void Act(ReadOnlyMatrixSpan<float> observations, Span<int> actions)
    {
        for (var index = 0; index < _banks.Length; index++)
        {
            if (!_areWritten[index])
            {
                _banks[index].Begin();
                Write(index, observations[index], _observations);
                _areWritten[index] = true;
            }
        }

        _agent.Act(new ReadOnlyMatrixSpan<float>(_observations, _size), actions);
    }

    /// <inheritdoc/>
    public void Observe(in ParallelSteps steps)
    {
        for (var index = 0; index < _banks.Length; index++)
        {
            var ended = steps.Terminated[index] || steps.Truncated[index];
            if (ended)
            {
                Write(index, steps.FinalObservations[index], _finalObservations);
                _banks[index].Begin();
            }

            // Whoever plays may not know yet what the next episode begins with: it is written anew when it is acted on.
            _areWritten[index] = !ended;

            Write(index, steps.Observations[index], _observations);
        }

        _agent.Observe(
            new ParallelSteps
            {
                Observations = new ReadOnlyMatrixSpan<float>(_observations, _size),
                Rewards = steps.Rewards,
                Terminated = steps.Terminated,
                Truncated = steps.Truncated,
                FinalObservations = new ReadOnlyMatrixSpan<float>(_finalObservations, _size),
            }
        );
    }

    /// <inheritdoc/>
    public void TakeDiagnostics(Span<double> values) => (_agent as IDiagnosed)?.TakeDiagnostics(values);

    private void Write(int index, ReadOnlySpan<float> observation, float[] rows)
    {
        _banks[index].Write(new MemoryInput { Observation = observation, LastState = [] });
        _banks[index].Numbers.CopyTo(rows.AsSpan(index * _size, _size));
    }

    /// <inheritdoc/>
    public void VisitState(StateVisitor visitor)
    {
        ArgumentNullException.ThrowIfNull(visitor);
        visitor.Part("agent", _agent);
        visitor.Parts("memory", _banks);
        visitor.Numbers<float>("observations", _observations);
        visitor.Numbers<bool>("are_written", _areWritten);
    }
}
