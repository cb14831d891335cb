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
        if (File.Exists(path))
        {
            throw new RecordException($"{path} is a file: a directory is needed");
        }

        FileStream? hold = null;
        try
        {
            // Looked at before the lock is made, so that nothing is written into a directory that is refused.
            var isNew = !Check(path, asked);
            Directory.CreateDirectory(path);
            hold = DirectoryLock.Hold(path);
            if (isNew && !Check(path, asked))
            {
                ConfigurationFile.Write(Path.Combine(path, ConfigurationFile.Name), asked);
            }

            var directory = new ConfiguredDirectory<T>(path, configuration, hold);
            hold = null;
            return directory;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new RecordException($"{path} cannot be written: {RecordException.OneLine(exception)}", exception);
        }
        finally
        {
            hold?.Dispose();
        }
    }

    // Whether the directory already belongs to the configuration; otherwise it is free.
    private static bool Check(string path, JsonObject asked)
    {
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

        if (ConfigurationDifference.First(ConfigurationFile.Read(file, asked), asked) is { } difference)
        {
            throw new RecordException(
                $"{path} belongs to another configuration: {difference}; choose a new directory or the same arguments"
            );
        }

        return true;
    }

    private static bool IsForeign(string entry) =>
        Path.GetFileName(entry) is var name
        && name is not DirectoryLock.Name
        && !PartialFile.IsOf(name, ConfigurationFile.Name);
}
