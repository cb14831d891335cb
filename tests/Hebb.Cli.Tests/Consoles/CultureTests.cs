using System.Globalization;

namespace Hebb.Cli.Tests.Consoles;

/// <summary>What is read and written is the same in every culture, and a command leaves the culture of its caller alone.</summary>
public sealed class CultureTests : IDisposable
{
    private const string Strange = "\u00a7\u00a4\u203d\u2030\u221d\u2234";

    private static readonly string[] Short =
    [
        "env draw CartPole-v1 --seed 3",
        "env replay CartPole-v1 --seed 3 --actions PLACE/actions",
        "config new ppo-ep",
        "runs PLACE/store --filter last100>1.5 --sort last100",
        "plot PLACE/store --smooth 2 --out PLACE/new/plot.svg",
        "export PLACE/store --to PLACE/new/runs.csv",
        "export PLACE/store --episodes --to PLACE/new/episodes.csv",
    ];

    private static readonly string[] Long =
    [
        "list",
        "env list",
        "config schema",
        "compare PLACE/store --out PLACE/new/compare",
        "sensitivity rates-sweep --store PLACE/store --out PLACE/new/sensitivity",
        "check landscape --depths 1 --feedbacks 0.5 --seeds 1 --steps 20 --out PLACE/new/landscape",
        "check gradients --topologies one-hidden --costs squared-error --activations tanh --networks 1 --betas 0.1,0.05,0.01 --out PLACE/new/gradients",
        "train random --seeds 0..1 --steps 3000 --checkpoint 0.5 --out PLACE/new/train",
        "supervised --data PLACE/data --hidden 8 --epochs 1 --learning-rate 0.01 --out PLACE/new/supervised",
    ];

    private readonly TemporaryDirectory _temporary = new();

    public static TheoryData<string> Names => ["German", "Turkish", "Arabic", "Persian", "Swedish", "Swiss"];

    public void Dispose() => _temporary.Dispose();

    [Theory, MemberData(nameof(Names))]
    public async Task Outputs_and_files_are_those_of_the_invariant_culture(string name) =>
        Assert.Equal(await Outcome("usual", CultureInfo.InvariantCulture, Short), await Outcome(name, Of(name), Short));

    [Fact]
    public async Task No_sign_of_a_strange_culture_is_written_by_any_command()
    {
        string[] outcome = await Outcome("strange", Of("Strange"), [.. Short, .. Long]);
        Assert.All(outcome, text => Assert.DoesNotContain(text, sign => Strange.Contains(sign)));
        Assert.All(
            outcome[..(Short.Length + Long.Length)],
            text => Assert.Contains(": 0, \n", text, StringComparison.Ordinal)
        );
    }

    // The program knows the invariant culture alone: these have the signs of others, which is what could go wrong.
    private static CultureInfo Of(string name)
    {
        var culture = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        NumberFormatInfo numbers = culture.NumberFormat;
        (numbers.NumberDecimalSeparator, numbers.NumberGroupSeparator, numbers.NegativeSign) = name switch
        {
            "German" => (",", ".", "-"),
            "Turkish" => (",", ".", "-"),
            "Arabic" => ("\u066b", "\u066c", "\u061c-"),
            "Persian" => ("\u066b", "\u066c", "\u200e\u2212"),
            "Swedish" => (",", "\u00a0", "\u2212"),
            "Swiss" => (".", "\u2019", "-"),
            _ => ("\u00a7", "\u00a4", "\u203d"),
        };
        numbers.PercentDecimalSeparator = numbers.NumberDecimalSeparator;
        numbers.PercentGroupSeparator = numbers.NumberGroupSeparator;
        numbers.PercentSymbol = "\u2030";
        numbers.NaNSymbol = "\u2234";
        numbers.PositiveInfinitySymbol = "\u221d";
        numbers.NumberGroupSizes = [2];
        culture.DateTimeFormat.TimeSeparator = "\u00a7";
        culture.DateTimeFormat.DateSeparator = "\u00a4";
        return culture;
    }

    // The outcomes of lines, then the files that they wrote.
    private async Task<string[]> Outcome(string name, CultureInfo culture, string[] lines)
    {
        string place = _temporary.New(name);
        string store = Path.Combine(place, "store");
        new SyntheticRun { Steps = 3000 }.Write(store);
        new SyntheticRun { Steps = 3000, Seed = 1 }.Write(store);
        SyntheticSweep.Write(store, trials: 3, seeds: 1);
        SmallDataset.Write(Path.Combine(place, "data"));
        Directory.CreateDirectory(Path.Combine(place, "new"));
        await File.WriteAllTextAsync(Path.Combine(place, "actions"), "0 1 1 0");
        var outcome = new List<string>();
        foreach (string line in lines)
        {
            CommandResult result = await RunIn(culture, line.Replace("PLACE", place, StringComparison.Ordinal));
            outcome.Add($"{line}: {result.ExitCode}, {result.Error}\n{result.Output}");
        }

        string[] files = [.. Directory.GetFiles(place, "*", SearchOption.AllDirectories).Where(IsText)];
        foreach (string file in files.Order(StringComparer.Ordinal))
        {
            outcome.Add($"{file}\n{await File.ReadAllTextAsync(file)}");
        }

        return [.. outcome.Select(text => text.Replace(place, "PLACE", StringComparison.Ordinal))];
    }

    private static async Task<CommandResult> RunIn(CultureInfo culture, string line)
    {
        (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (culture, culture);
        CommandResult result = await CommandCall.Run(line.Split(' '));
        Assert.Same(culture, CultureInfo.CurrentCulture);
        return result;
    }

    private static bool IsText(string file) => Path.GetExtension(file) is ".csv" or ".md" or ".svg" or ".json";
}
