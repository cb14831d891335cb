using Hebb.Cli.Consoles;
using Hebb.Lab.Configurations;
using Hebb.Lab.Data;
using Hebb.Lab.Records;
using Hebb.Lab.Supervised;
using Hebb.Networks.Topology;
using Hebb.Supervised;

namespace Hebb.Cli.Supervised;

/// <summary>The arguments of <c>hebb supervised</c>, each checked for itself.</summary>
internal sealed record SupervisedOptions(SupervisedSettings Settings, ulong Seed, TimeSpan Checkpoint, string? Out)
{
    // The options that stand for settings which may not fit a dataset.
    private static readonly Dictionary<string, string> Names = new(StringComparer.Ordinal)
    {
        ["Examples"] = "--examples",
        ["BatchSize"] = "--batch",
        ["Network.Hidden"] = "--hidden",
    };

    /// <summary>The directory of the results where none is named and it holds no others.</summary>
    public static string UsualOut { get; } = Path.Combine("results", SupervisedCommand.Name);

    /// <summary>The configuration that they are short for.</summary>
    public SupervisedConfiguration Configuration { get; } = new(Settings);

    /// <summary>Where the results go.</summary>
    public ResultPlace Place() =>
        Out is null ? SupervisedDirectory.PlaceOf(UsualOut, Configuration, Seed) : new ResultPlace(Out, Out);

    /// <summary>Refuses settings that cannot work together.</summary>
    /// <exception cref="InputException">They cannot; the message says why.</exception>
    public void Require()
    {
        try
        {
            SupervisedModel.Require(Settings);
        }
        catch (Exception exception) when (exception is ArgumentException or TopologyException)
        {
            // The platform adds the name of a parameter, which means nothing on a command line.
            var end = exception.Message.IndexOf(" (Parameter '", StringComparison.Ordinal);
            throw new InputException(end < 0 ? exception.Message : exception.Message[..end], exception);
        }
    }

    /// <summary>What is trained on a dataset.</summary>
    /// <exception cref="InputException">The settings do not fit it; the message names the option.</exception>
    public SupervisedPlan PlanFor(ImageDataset dataset)
    {
        try
        {
            Settings.ExamplesOf(dataset.Training, dataset.Name);
        }
        catch (ArgumentException exception)
        {
            // A setting, a colon, its value, a semicolon, and what would be right.
            var setting = exception.Message.Split(':')[0];
            var rest = exception.Message[(setting.Length + 2)..].Replace("; ", ": ", StringComparison.Ordinal);
            var end = rest.IndexOf(" (Parameter '", StringComparison.Ordinal);
            throw new InputException($"{Names[setting]} {(end < 0 ? rest : rest[..end])}", exception);
        }

        var plan = SupervisedPlan.Of(Configuration, dataset);
        return plan with { Progress = new SupervisedProgress(Settings.Epochs, plan.Training.Count, plan.Test.Count) };
    }
}
