using Hebb.Lab.Catalogue;
using Hebb.Networks.Files;
using Hebb.Policies;

namespace Hebb.Lab.Exports;

/// <summary>What a run has learned as a file of its own, for programs that act with it and for other tools.</summary>
public static class WeightsExport
{
    /// <summary>What the names of such files end with.</summary>
    public const string Ending = ".safetensors";

    /// <summary>
    /// Writes the weights of a run as they are at its last checkpoint, or after its last good epoch: a file that
    /// <see cref="Policy.Load"/> or <see cref="Hebb.Supervised.Classifier.Load"/> reads.
    /// </summary>
    /// <param name="path">The file; its folder exists.</param>
    /// <exception cref="RecordException">The run has none yet, or none that can be told from the rest of its state.</exception>
    /// <exception cref="IOException">The file cannot be written; what was there before is still there.</exception>
    public static void Write(string path, CataloguedRun run)
    {
        ArgumentNullException.ThrowIfNull(run);
        var network = Path.Combine(run.Folder, NetworkFile.Name);
        if (File.Exists(network))
        {
            var weights = RecordException.Guarded(network, "read", () => File.ReadAllBytes(network));
            WholeFile.Write(path, stream => stream.Write(weights));
        }
        else
        {
            AgentFile.ExportParameters(run.Folder, path, run.Catalogues);
        }
    }
}
