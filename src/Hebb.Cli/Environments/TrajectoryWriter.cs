using Hebb.Environments;
using Hebb.Numerics;

namespace Hebb.Cli.Environments;

/// <summary>
/// Writes a trajectory as CSV with exact numbers, in the form in which Gymnasium's recordings are kept beside the
/// tests. Lines end with a line feed on every system, so that files can be compared byte for byte.
/// </summary>
internal sealed class TrajectoryWriter
{
    private readonly TextWriter _output;
    private int _episode = -1;
    private int _time;

    /// <summary>Writes the header.</summary>
    public TrajectoryWriter(TextWriter output)
    {
        _output = output;
        WriteLine("episode,t,action,reward,terminated,truncated,state_f64_hex,obs_f32_hex");
    }

    /// <summary>Writes the row of a reset, which begins the next episode.</summary>
    public void WriteReset(ReadOnlySpan<double> state, ReadOnlySpan<float> observation)
    {
        _episode++;
        _time = 0;
        WriteRow(",,,", state, observation);
    }

    /// <summary>Writes the row of a step.</summary>
    public void WriteStep(int action, StepResult result, ReadOnlySpan<double> state, ReadOnlySpan<float> observation)
    {
        _time++;

        // Whole rewards carry one decimal, as Python prints them.
        var reward = result.Reward.ToString(double.IsInteger(result.Reward) ? "F1" : "R", CultureInfo.InvariantCulture);
        var (terminated, truncated) = (result.Terminated ? 1 : 0, result.Truncated ? 1 : 0);
        WriteRow(
            string.Create(CultureInfo.InvariantCulture, $"{action},{reward},{terminated},{truncated}"),
            state,
            observation
        );
    }

    private void WriteRow(string cells, ReadOnlySpan<double> state, ReadOnlySpan<float> observation)
    {
        var stateText = string.Join(' ', state.ToArray().Select(HexadecimalFloat.Format));
        var observationText = string.Join(' ', observation.ToArray().Select(value => HexadecimalFloat.Format(value)));
        WriteLine(
            string.Create(CultureInfo.InvariantCulture, $"{_episode},{_time},{cells},{stateText},{observationText}")
        );
    }

    private void WriteLine(string line)
    {
        _output.Write(line);
        _output.Write('\n');
    }
}
