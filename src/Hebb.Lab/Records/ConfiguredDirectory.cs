namespace Hebb.Lab.Records;

/// <summary>Opens directories of configurations.</summary>
public static class ConfiguredDirectory
{
    /// <summary>Takes hold of a directory: a new or empty one, or one of the same configuration to continue.</summary>
    /// <typeparam name="T">The configuration.</typeparam>
    /// <param name="path">The directory; it is made where it is missing.</param>
    /// <exception cref="RecordException">
    /// The directory belongs to another configuration, holds something else, is in use, or cannot be written.
    /// </exception>
    public static ConfiguredDirectory<T> Open<T>(string path, T configuration)
        where T : class, IConfiguration
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        ArgumentNullException.ThrowIfNull(configuration);
        JsonObject asked = configuration.ToJson();
        // Looked at before the lock is made, so that nothing is written into a directory that is refused.
        var isNew = !RecordException.Guarded(path, "written", () => Check(path, asked));
        return DirectoryLock.Open(
            path,
            held =>
            {
                if (isNew && !Check(path, asked))
                {
                    ConfigurationFile.Write(Path.Combine(path, ConfigurationFile.Name), asked);
                }

                return new ConfiguredDirectory<T>(path, configuration, held);
            }
        );
    }

    /// <summary>Whether a directory belongs to a configuration already; otherwise it is free. It changes nothing.</summary>
    /// <param name="path">The directory; it need not exist.</param>
    /// <exception cref="RecordException">It belongs to another configuration, holds something else, or cannot be read.</exception>
    public static bool Belongs(string path, IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        return RecordException.Guarded(path, "read", () => Check(path, configuration.ToJson()));
    }

    // Whether the directory already belongs to the configuration; otherwise it is free.
    private static bool Check(string path, JsonObject asked)
    {
        if (File.Exists(path))
        {
            throw new RecordException($"{path} is a file: a directory is needed");
        }

        var file = Path.Combine(path, ConfigurationFile.Name);
        if (!File.Exists(file))
        {
            if (Directory.Exists(path) && Directory.EnumerateFileSystemEntries(path).Any(IsForeign))
            {
                throw new RecordException(
                    $"{path} is not empty and holds no {ConfigurationFile.Name}: choose a new directory"
                );
            }

            return false;
        }

        ConfigurationDifference.Refuse(path, ConfigurationFile.Read(file, asked), asked);
        return true;
    }

    private static bool IsForeign(string entry) =>
        Path.GetFileName(entry) is var name
        && name is not DirectoryLock.Name
        && !PartialFile.IsOf(name, ConfigurationFile.Name);
}
