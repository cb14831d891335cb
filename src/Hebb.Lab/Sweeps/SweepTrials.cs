using System.Security.Cryptography;
using System.Text;
using Hebb.Lab.Configurations;
using Hebb.Lab.Configurations.Files;
using Hebb.Lab.Configurations.Sweeps;
using Hebb.Lab.Runs;

namespace Hebb.Lab.Sweeps;

/// <summary>The trials that an experiment describes, each with another configuration.</summary>
/// <param name="Axes">The dotted paths that they set, those of the grid first.</param>
/// <param name="Repeated">How many more were described whose configurations are among those.</param>
public sealed record SweepTrials(ImmutableArray<string> Axes, ImmutableArray<SweepTrial> Trials, int Repeated)
{
    private const int HashDigits = 12;

    /// <summary>The trials of an experiment.</summary>
    /// <param name="experiment">The experiment, which varies something.</param>
    /// <param name="count">How many trials; null for as many as it says.</param>
    /// <param name="planOf">What a configuration plays.</param>
    /// <exception cref="RecordException">A trial is not possible; the message is a line that names the setting.</exception>
    public static SweepTrials Of(ExperimentFile experiment, int? count, Func<RunConfiguration, RunPlan> planOf)
    {
        ArgumentNullException.ThrowIfNull(experiment);
        ArgumentNullException.ThrowIfNull(planOf);
        var trials = ImmutableArray.CreateBuilder<SweepTrial>();
        var hashes = new HashSet<string>(StringComparer.Ordinal);
        var repeated = 0;
        foreach (ImmutableArray<(string Path, JsonNode? Value)> values in experiment.Sweep!.Trials(count))
        {
            RunConfiguration configuration = experiment.Resolve(values);
            if (!hashes.Add(configuration.Hash))
            {
                repeated++;
                continue;
            }

            var set = new JsonObject();
            foreach ((var path, JsonNode? value) in values)
            {
                set[path] = value?.DeepClone();
            }

            trials.Add(new SweepTrial(trials.Count, set, planOf(configuration)));
        }

        return new SweepTrials(experiment.Sweep.Axes, trials.ToImmutable(), repeated);
    }

    /// <summary>A hash of the trials, seeds and halving of the sweep, in hexadecimal digits.</summary>
    /// <param name="halving">How trials are stopped early; null if they are not.</param>
    public string Hash(string seeds, SweepHalving? halving)
    {
        var text = new StringBuilder(FormattableString.Invariant($"{seeds}\n{halving?.Factor} {halving?.First:R}\n"));
        foreach (SweepTrial trial in Trials)
        {
            text.Append(trial.Plan.Hash).Append('\n');
        }

        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())))[..HashDigits];
    }
}
