using System.Text;
using Hebb.Lab.Catalogue;
using Hebb.Lab.Curves;
using Hebb.Lab.Logs;
using Hebb.Lab.Logs.Events;

namespace Hebb.Lab.Tests.Curves;

public sealed class RunCurvesTests : IDisposable
{
    private readonly TemporaryDirectory _temporary = new();

    private string Store => _temporary.New();

    public void Dispose() => _temporary.Dispose();

    [Theory]
    [InlineData("env_steps", "charts/episodic_return")]
    [InlineData("episodes", "l")]
    [InlineData("seconds", "losses/entropy")]
    [InlineData("env_steps", "residual")]
    public void Anything_measured_can_be_drawn_over_anything(string x, string y)
    {
        Write(seeds: 3);
        Assert.NotEmpty(Written(new RunCurvesFigure(Read(x, y)).WritePng));
    }

    [Fact]
    public void Runs_in_progress_are_drawn_as_far_as_they_have_come()
    {
        Write(seeds: 2);
        new SyntheticRun
        {
            Seed = 7,
            Status = "running",
            Progress = 0.2,
        }.Write(Store);
        new SyntheticRun
        {
            Seed = 8,
            Status = "running",
            Progress = 0,
        }.Write(Store);
        RunCurves curves = Read("env_steps", "r");
        Assert.Equal(2, curves.Unfinished);
        var svg = Encoding.UTF8.GetString(Written(new RunCurvesFigure(curves).WriteSvg));
        Assert.Contains("2 runs not finished", svg, StringComparison.Ordinal);
        Assert.Contains("ppo-ep (3 runs)", svg, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(12, 2)]
    public void Any_number_of_configurations_has_a_picture(int configurations, int seeds)
    {
        for (int place = 0; place < configurations; place++)
        {
            Write(seeds, steps: 5000 + place);
        }

        RunCurves curves = Read("env_steps", "r");
        var svg = Encoding.UTF8.GetString(Written(new RunCurvesFigure(curves).WriteSvg));
        Assert.Equal(configurations > 8, svg.Contains("4 others", StringComparison.Ordinal));
    }

    [Fact]
    public void What_was_not_measured_is_refused_with_what_was()
    {
        Write(seeds: 1);
        string message = Assert.Throws<RecordException>(() => Read("env_steps", "loss")).Message;
        Assert.Contains(
            "r (charts/episodic_return), l (charts/episodic_length), t, env_steps, entropy (losses/entropy), residual",
            message,
            StringComparison.Ordinal
        );
        Assert.Equal(
            message.Replace("loss was", "eval/mean_reward was", StringComparison.Ordinal),
            Assert.Throws<RecordException>(() => Read("env_steps", "eval/mean_reward")).Message
        );
    }

    [Theory]
    [InlineData("env_steps", "eval/mean_reward")]
    [InlineData("episodes", "mean_reward")]
    [InlineData("seconds", "eval")]
    public void Evaluations_are_read_from_the_events(string x, string y)
    {
        foreach (int seed in (int[])[0, 1])
        {
            WriteEvents(new SyntheticRun { Seed = seed }.Write(Store));
        }

        new SyntheticRun { Seed = 2 }.Write(Store);
        RunCurves curves = Read(x, y, smooth: null);
        Assert.Equal("eval/mean_reward", curves.Measured);
        Assert.Equal(1, curves.Smooth);
        var svg = Encoding.UTF8.GetString(Written(new RunCurvesFigure(curves).WriteSvg));
        Assert.Contains("Mean return of greedy episodes", svg, StringComparison.Ordinal);
        Assert.Contains("ppo-ep (2 runs)", svg, StringComparison.Ordinal);
        Assert.EndsWith(
            "residual, eval/mean_reward",
            Assert.Throws<RecordException>(() => Read(x, "loss")).Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Damaged_events_are_one_line()
    {
        string folder = new SyntheticRun().Write(Store);
        WriteEvents(folder);
        string path = Path.Combine(folder, EventLog.FileName);
        byte[] bytes = File.ReadAllBytes(path);
        bytes[^20] ^= 1;
        File.WriteAllBytes(path, bytes);
        string message = Assert.Throws<RecordException>(() => Read("env_steps", "eval/mean_reward")).Message;
        Assert.StartsWith($"{path}, byte ", message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', message);
    }

    [Fact]
    public void What_costs_time_is_refused_with_the_option_that_measures_it()
    {
        string folder = new SyntheticRun().Write(Store);
        string path = Path.Combine(folder, "episodes.csv");
        File.WriteAllText(
            path,
            File.ReadAllText(path).Replace(",entropy,residual\n", ",entropy,actor_energy\n", StringComparison.Ordinal)
        );
        string[] lines = File.ReadAllLines(path);
        File.WriteAllLines(path, lines.Select((line, row) => row < 2 ? line : $"{line[..line.LastIndexOf(',')]},"));
        string message = Assert.Throws<RecordException>(() => Read("env_steps", "actor_energy")).Message;
        Assert.Contains("--diagnostics", message, StringComparison.Ordinal);
        Assert.DoesNotContain("yet", message, StringComparison.Ordinal);
    }

    private static void WriteEvents(string folder)
    {
        DateTimeOffset begun = DateTimeOffset.UnixEpoch;
        using var log = EventLog.Create(Path.Combine(folder, EventLog.FileName), begun);
        var tags = new ScalarTags(TensorBoardTags.EpisodicReturn);
        var evaluation = new ScalarTags(TensorBoardTags.MeanReward);
        for (int step = 1000; step <= 5000; step += 1000)
        {
            log.Append(step, step, tags, [step]);
            log.Append(step, step, evaluation, [step / 10.0]);
        }
    }

    [Fact]
    public void A_broken_file_of_episodes_is_one_line()
    {
        string folder = new SyntheticRun().Write(Store);
        File.AppendAllText(Path.Combine(folder, "episodes.csv"), "1,2\n");
        Assert.Contains(
            "episodes.csv, line ",
            Assert.Throws<RecordException>(() => Read("env_steps", "r")).Message,
            StringComparison.Ordinal
        );
    }

    private RunCurves Read(string x, string y, int? smooth = 10) =>
        RunCurves.Read(
            RunCatalogue.Read([Store], Store).Runs,
            CurveAxis.Find(x),
            y,
            smooth,
            TestContext.Current.CancellationToken
        );

    private void Write(int seeds, long steps = 20_000)
    {
        for (int seed = 0; seed < seeds; seed++)
        {
            new SyntheticRun { Seed = seed, Steps = steps }.Write(Store);
        }
    }

    private static byte[] Written(Action<Stream> write)
    {
        using var stream = new MemoryStream();
        write(stream);
        return stream.ToArray();
    }
}
