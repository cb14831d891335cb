using Hebb.Catalogues;
using Hebb.Cli.Consoles;
using Hebb.Lab.Configurations;
using Hebb.Lab.Data;
using Hebb.Lab.Records;
using Hebb.Lab.Supervised;
using Hebb.Networks.Topology;
using Hebb.Supervised;

namespace Hebb.Cli.Supervised;

/// <summary>The arguments of <c>hebb supervised</c>, each checked for itself.</summary>
/// <param name="Catalogues">What the names of the settings mean.</param>
internal sealed record SupervisedOptions(
    SupervisedSettings Settings,
    ulong Seed,
    TimeSpan Checkpoint,
    string? Out,
    CatalogueSet Catalogues
)
{
    // How messages begin of settings that may not fit a dataset, and the options that stand for them.
    private static readonly (string Setting, string Option)[] Names =
    [
        ("supervised.examples:", "--examples"),
        ("supervised.batchSize:", "--batch"),
        ("supervised.network.hidden:", "--hidden"),
    ];

    /// <summary>The directory of the results where none is named and it holds no others.</summary>
    public static string UsualOut { get; } = Path.Combine("results", SupervisedCommand.Name);

    /// <summary>The configuration that they are short for.</summary>
    public SupervisedConfiguration Configuration { get; } = new(Settings, catalogues: Catalogues);

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
            throw new InputException(exception.Message.Split(" (Parameter '")[0], exception);
        }
    }

    /// <summary>What is trained on a dataset.</summary>
    /// <exception cref="InputException">The settings do not fit it; the message names the option.</exception>
    public SupervisedPlan PlanFor(ImageDataset dataset)
    {
        try
        {
            var plan = SupervisedPlan.Of(Configuration, dataset);
            return plan with { Progress = new SupervisedProgress(plan) };
        }
        catch (RecordException exception)
        {
            var message = Names.Aggregate(
                exception.Message.Replace("; ", ": ", StringComparison.Ordinal),
                (text, name) => text.Replace(name.Setting, name.Option, StringComparison.Ordinal)
            );
            throw new InputException(message, exception);
        }
    }
}
