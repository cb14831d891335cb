using System.Collections.Immutable;
using BenchmarkDotNet.Attributes;
using Hebb.Lab.Logs;

namespace Hebb.Benchmarks.Recording;

/// <summary>
/// What an episode costs to record, as a row of <c>episodes.csv</c> and an event with return, length and steps per second, writing and
/// SHA-256 included; without diagnostics, and with as many as PPO has.
/// </summary>
[Config(typeof(RecordingConfiguration))]
public class RecordingBenchmarks
{
    private const int Episodes = 100_000;
    private const int PpoDiagnostics = 26;
    private const int Length = 213;
    private const double SecondsPerEpisode = 0.004321987;

    private readonly string _folder = Path.Combine(Path.GetTempPath(), $"hebb-recording-{Environment.ProcessId}");
    private double[] _diagnostics = [];
    private RunLogs? _logs;

    [Params(0, PpoDiagnostics)]
    public int Diagnostics { get; set; }

    [IterationSetup]
    public void Begin()
    {
        _diagnostics = [.. Enumerable.Range(1, Diagnostics).Select(index => 1.0 / (index + 2))];
        ImmutableArray<string> names =
        [
            .. _diagnostics.Select((_, index) => FormattableString.Invariant($"diagnostic_{index}")),
        ];
        _logs = RunLogs.Begin(_folder, DateTimeOffset.UnixEpoch, "CartPole-v1", names);
    }

    [IterationCleanup]
    public void End()
    {
        _logs!.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    [Benchmark(OperationsPerInvoke = Episodes, Description = "Episode")]
    public void Record()
    {
        for (var episode = 1; episode <= Episodes; episode++)
        {
            _logs!.Episode(Length, Length, episode * SecondsPerEpisode, (long)episode * Length, _diagnostics);
        }
    }
}
