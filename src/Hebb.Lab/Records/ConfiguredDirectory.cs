using System.Text.Json.Serialization.Metadata;

namespace Hebb.Lab.Records;

/// <summary>
/// A directory that belongs to one configuration, which its <c>configuration.json</c> keeps, and is held by one process
/// at a time.
/// </summary>
internal sealed class ConfiguredDirectory : IDisposable
{
    private readonly FileStream _held;

    private ConfiguredDirectory(string path, FileStream held)
    {
        Path = path;
        _held = held;
    }

    /// <summary>The directory, as it was given.</summary>
    public string Path { get; }

    /// <summary>Takes hold of a directory: a new or empty one, or one of the same configuration to continue.</summary>
    /// <typeparam name="T">What is configured.</typeparam>
    /// <param name="path">The directory; it is made where it is missing.</param>
    /// <param name="configuration">What is to be run.</param>
    /// <param name="layout">How the configuration is written.</param>
    /// <exception cref="RecordException">
    /// The directory belongs to another configuration, holds something else, is in use, or cannot be written.
    /// </exception>
    public static ConfiguredDirectory Open<T>(string path, T configuration, JsonTypeInfo<T> layout)
        where T : class, IConfiguration
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        if (File.Exists(path))
        {
            throw new RecordException($"{path} is a file: a directory is needed");
        }

        FileStream? hold = null;
        try
        {
            // Looked at before the lock is made, so that nothing is written into a directory that is refused.
            var isNew = !Check(path, configuration, layout);
            Directory.CreateDirectory(path);
            hold = DirectoryLock.Hold(path);
            if (isNew && !Check(path, configuration, layout))
            {
                RecordFile.Write(System.IO.Path.Combine(path, ConfigurationFile.Name), configuration, layout);
            }

            var directory = new ConfiguredDirectory(path, hold);
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

    /// <summary>The path of a file in the directory.</summary>
    /// <param name="name">The file's name.</param>
    public string PathOf(string name) => System.IO.Path.Combine(Path, name);

    /// <summary>Lets the directory go.</summary>
    public void Dispose() => _held.Dispose();

    // Whether the directory already belongs to the configuration; otherwise it is free.
    private static bool Check<T>(string path, T configuration, JsonTypeInfo<T> layout)
        where T : class, IConfiguration
    {
        var file = System.IO.Path.Combine(path, ConfigurationFile.Name);
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

        if (FirstDifference(ConfigurationFile.Read(file, layout), configuration) is { } difference)
        {
            throw new RecordException(
                $"{path} belongs to another configuration: {difference}; choose a new directory or the same arguments"
            );
        }

        return true;
    }

    // The first field that differs, with both its values; null when the two are the same.
    private static string? FirstDifference(IConfiguration recorded, IConfiguration asked)
    {
        foreach (((var field, var was), (_, var wanted)) in recorded.Fields().Zip(asked.Fields()))
        {
            if (!string.Equals(was, wanted, StringComparison.Ordinal))
            {
                return $"{field} is {was} there and {wanted} now";
            }
        }

        return null;
    }

    private static bool IsForeign(string entry) =>
        System.IO.Path.GetFileName(entry)
            is not (DirectoryLock.Name or ConfigurationFile.Name + WholeFile.PartialSuffix);
}
