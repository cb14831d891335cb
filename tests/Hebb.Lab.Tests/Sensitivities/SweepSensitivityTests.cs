using System.Text;
using System.Text.Json.Nodes;
using Hebb.Lab.Sensitivities;
using Hebb.Lab.Tables;

namespace Hebb.Lab.Tests.Sensitivities;

public sealed class SweepSensitivityTests : IDisposable
{
    private readonly TemporaryDirectory _temporary = new();

    private string Store => _temporary.New();

    public void Dispose() => _temporary.Dispose();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void What_matters_comes_first(bool isRandom)
    {
        SyntheticSweep.Write(Store, trials: 40, seeds: 2, isRandom);
        SweepSensitivity sweep = Read("last100");
        Assert.Equal("agent.learningRate", sweep.Axes[0].Path);
        Assert.InRange(sweep.Axes[0].Share!.Value.Adjusted, 0.5, 1);
        Assert.InRange(sweep.Axes[0].Share!.Value.Chance, 0, 0.01);
        Assert.True(sweep.Axes[0].IsLogarithmic);
        Assert.Equal(isRandom ? 6 : 5, sweep.Axes[0].Levels.Length);
        Assert.All(sweep.Axes[1..], axis => Assert.InRange(axis.Share!.Value.Adjusted, -1, 0.3));
        SweepAxis activation = sweep.Axes.Single(axis => axis.Path.EndsWith("activation", StringComparison.Ordinal));
        Assert.False(activation.IsNumber);
        Assert.Equal(
            ["hard-sigmoid", "hard-tanh", "tanh"],
            activation.Levels.Select(level => level.Name),
            StringComparer.Ordinal
        );
        Assert.Contains("activation=tanh", sweep.Best!.Settings, StringComparison.Ordinal);
        Assert.Equal(3, sweep.Trials.Count(trial => trial.IsBroken));
        Assert.All(sweep.Trials.Where(trial => trial.IsBroken), trial => Assert.Null(trial.Score));
        var svg = Encoding.UTF8.GetString(Written(new SweepFigure(sweep).WriteSvg));
        Assert.Contains("agent.learningRate", svg, StringComparison.Ordinal);
        Assert.Contains("failed or diverged", svg, StringComparison.Ordinal);
    }

    [Fact]
    public void Scores_are_known_without_the_runs()
    {
        string folder = SyntheticSweep.Write(Store, trials: 15, seeds: 1);
        string alone = Path.Combine(_temporary.New() + "-alone", "sweep");
        Directory.CreateDirectory(alone);
        File.Copy(Path.Combine(folder, "sweep.json"), Path.Combine(alone, "sweep.json"));
        SweepSensitivity sweep = SweepSensitivity.Read(alone, Store, "last100");
        Assert.Equal(14, sweep.Scores.Length);
        Assert.Throws<RecordException>(() => SweepSensitivity.Read(alone, Store, "greedy"));
        Directory.Delete(Path.GetDirectoryName(alone)!, recursive: true);
    }

    [Fact]
    public void Trials_may_lack_a_setting_or_all_have_one_value()
    {
        SweepAxis axis = SweepAxis.Of("a.b", [SettingValue.Of(1), null, SettingValue.Of(1)], [1, 2, 3]);
        Assert.Null(axis.Share);
        Assert.Equal(2, Assert.Single(axis.Levels).Trials);
        Assert.Empty(SweepAxis.Of("a.b", [null], [1]).Levels);
    }

    [Fact]
    public void A_sweep_of_few_trials_and_missing_values_has_a_picture()
    {
        string folder = SyntheticSweep.Write(Store, trials: 2, seeds: 1);
        string file = Path.Combine(folder, "sweep.json");
        JsonNode sweep = JsonNode.Parse(File.ReadAllText(file))!;
        sweep["trials"]![0]!["values"]!.AsObject().Remove("agent.learningRate");
        sweep["axes"]!
            .AsArray()
            .Add("agent.a.very.long.path.of.a.setting.that.no.trial.sets.at.all.and.that.has.no.room");
        File.WriteAllText(file, sweep.ToJsonString());
        Assert.NotEmpty(Written(new SweepFigure(Read("last100")).WritePng));
        Assert.NotEmpty(Written(stream => SensitivityTable.Write(stream, Read("last100"))));
    }

    [Theory]
    [InlineData("{}", "is not the record of a sweep")]
    [InlineData(
        "{\"formatVersion\":9,\"name\":\"x\",\"hash\":\"0\",\"seeds\":\"0\",\"axes\":[],\"trials\":[]}",
        "format version is 9"
    )]
    [InlineData(
        "{\"formatVersion\":1,\"name\":\"x\",\"hash\":\"0\",\"seeds\":\"0\",\"axes\":[],\"trials\":[]}",
        "has no trial with a score"
    )]
    [InlineData(
        "{\"formatVersion\":1,\"name\":\"x\",\"hash\":\"0\",\"seeds\":\"0\",\"axes\":[],\"trials\":[{\"number\":0,\"values\":{},\"run\":\"../x\",\"hash\":\"0\",\"status\":\"finished\",\"rung\":0,\"score\":null}]}",
        "'../x'"
    )]
    public void Bad_sweeps_are_refused(string content, string expected)
    {
        File.WriteAllText(Path.Combine(SyntheticSweep.Write(Store, 1, 1), "sweep.json"), content);
        Assert.Contains(
            expected,
            Assert.Throws<RecordException>(() => Read("last100")).Message,
            StringComparison.Ordinal
        );
    }

    private SweepSensitivity Read(string metric) => SweepSensitivity.Read("rates-sweep", Store, metric);

    private static byte[] Written(Action<Stream> write)
    {
        using var stream = new MemoryStream();
        write(stream);
        return stream.ToArray();
    }
}
