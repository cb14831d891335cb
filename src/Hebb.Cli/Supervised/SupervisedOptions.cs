using System.Globalization;
using Hebb.Cli.Consoles;
using Hebb.Lab.Data;
using Hebb.Lab.Studies.Supervised;

namespace Hebb.Cli.Supervised;

/// <summary>The arguments of <c>hebb supervised</c>, each checked for itself.</summary>
/// <param name="Data">The name of a dataset or a directory.</param>
/// <param name="Out">Where the results go.</param>
/// <param name="Examples">How many training examples are learned from, the first; null for all.</param>
/// <param name="Configuration">All other settings; its dataset and sizes are not known yet.</param>
internal sealed record SupervisedOptions(
    string Data,
    string Out,
    int? Examples,
    Func<ImageDataset, SupervisedConfiguration> Configuration
)
{
    // What a machine of today has room for, several times over: gradient, moments, states.
    private const long MostNumbers = 100_000_000;

    /// <summary>The configuration with a dataset, both checked against one another.</summary>
    /// <param name="dataset">The dataset.</param>
    /// <exception cref="InputException">They do not fit; the message names the option.</exception>
    public SupervisedConfiguration For(ImageDataset dataset)
    {
        if (Examples > dataset.Training.Count)
        {
            throw Input($"--examples {Examples}: {dataset.Name} has {dataset.Training.Count} training examples");
        }

        SupervisedConfiguration configuration = Configuration(dataset);
        if (configuration.BatchSize > configuration.TrainingExamples)
        {
            throw Input(
                $"--batch {configuration.BatchSize}: at most the {configuration.TrainingExamples} training examples are possible"
            );
        }

        int[] sizes = [configuration.InputSize, .. configuration.Hidden, configuration.Classes];
        var parameters = sizes.Zip(sizes.Skip(1), (from, to) => (from + 1L) * to).Sum();
        if (parameters > MostNumbers)
        {
            throw Input(
                $"--hidden {string.Join(',', configuration.Hidden)}: the network would have {parameters} parameters; at most {MostNumbers} are possible"
            );
        }

        return (long)sizes.Max() * configuration.BatchSize <= MostNumbers
            ? configuration
            : throw Input(
                $"--batch {configuration.BatchSize}: with a layer of {sizes.Max()} units at most {MostNumbers / sizes.Max()} are possible"
            );
    }

    private static InputException Input(FormattableString text) => new(text.ToString(CultureInfo.InvariantCulture));
}
