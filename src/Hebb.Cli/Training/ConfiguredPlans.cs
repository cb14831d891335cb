using Hebb.Cli.Consoles;
using Hebb.Cli.Supervised;
using Hebb.Lab.Configurations;
using Hebb.Lab.Data;
using Hebb.Lab.Runs;
using Hebb.Lab.Supervised;

namespace Hebb.Cli.Training;

/// <summary>What configurations play; a dataset that several of them name is read once.</summary>
internal sealed class ConfiguredPlans(Terminal terminal, CancellationToken cancellation)
{
    private readonly Dictionary<string, ImageDataset> _datasets = new(StringComparer.Ordinal);

    /// <summary>What a configuration plays.</summary>
    /// <exception cref="InputException">There is no such dataset.</exception>
    /// <exception cref="RecordException">A dataset cannot be read, or the settings do not fit it.</exception>
    public RunPlan Of(RunConfiguration configuration) =>
        configuration is SupervisedConfiguration supervised
            ? SupervisedPlan.Of(supervised, Dataset(supervised.Settings.Data))
            : AgentPlan.Of((AgentConfiguration)configuration);

    private ImageDataset Dataset(string name)
    {
        if (!_datasets.TryGetValue(name, out ImageDataset? dataset))
        {
            dataset = DatasetChoice.Load(name, "supervised.data", terminal, cancellation).GetAwaiter().GetResult();
            _datasets.Add(name, dataset);
        }

        return dataset;
    }
}
