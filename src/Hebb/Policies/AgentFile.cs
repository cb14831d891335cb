using Hebb.Catalogues;
using Hebb.Files;
using Hebb.Files.States;
using Hebb.Snapshots;

namespace Hebb.Policies;

/// <summary>
/// Agents in safetensors files: a description in the metadata under <see cref="MetadataKey"/>, and all numbers of the agent, or the learned
/// ones alone, as tensors. A checkpoint of a run is such a file too.
/// </summary>
public static class AgentFile
{
    /// <summary>The key of the metadata that describes the agent.</summary>
    public const string MetadataKey = "agent";

    // What a folder of a run holds.
    private const string CheckpointName = "checkpoint.safetensors";
    private const string Kind = "a file of an agent";

    /// <summary>Writes an agent with all of its state, whole or not at all.</summary>
    /// <param name="path">The file; its folder exists, and a file that is there is replaced.</param>
    /// <exception cref="IOException">It cannot be written; what was there before is still there.</exception>
    internal static void Write(string path, AgentDefinition definition, StateSnapshot state, bool isWhole) =>
        StateFile.Write(
            path,
            state,
            ImmutableSortedDictionary<string, string>.Empty.Add(MetadataKey, definition.Describe(state: "", isWhole))
        );

    /// <summary>Reads an agent.</summary>
    /// <param name="path">The file, or the folder of a run.</param>
    /// <exception cref="RecordException">It cannot be read, is damaged, or has no agent; the message says what.</exception>
    internal static SavedAgent Read(string path, CatalogueSet? catalogues)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        var file = Directory.Exists(path) ? Path.Combine(path, CheckpointName) : path;
        SavedState saved = StateFile.Read(file, Kind, MetadataKey);
        (AgentDefinition definition, var state, var isWhole) = AgentDefinition.Read(
            file,
            saved.Metadata[MetadataKey],
            catalogues ?? CatalogueSet.Standard
        );
        return new SavedAgent(file, definition, saved.State.Below(state), isWhole);
    }

    /// <summary>Writes what an agent has learned, without the rest of its state: enough to act as it does.</summary>
    /// <param name="source">The file that holds the agent, or the folder of its run.</param>
    /// <param name="path">The file to write; its folder exists, and a file that is there is replaced.</param>
    /// <param name="catalogues">What names mean; null for <see cref="CatalogueSet.Standard"/>.</param>
    /// <exception cref="RecordException">The source cannot be read, or its agent has no parameters.</exception>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public static void ExportParameters(string source, string path, CatalogueSet? catalogues = null)
    {
        SavedAgent saved = Read(source, catalogues);
        StateSnapshot parameters = saved.State.Parameters();
        if (parameters.Entries.IsEmpty)
        {
            throw new RecordException(
                $"{saved.Path} has no parts named {StateVisitor.Parameters}: the agent {saved.Definition.Entry.Name} keeps all of its state or none"
            );
        }

        Write(path, saved.Definition, parameters, isWhole: false);
    }
}
