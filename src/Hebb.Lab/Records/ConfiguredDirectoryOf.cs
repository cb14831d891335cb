namespace Hebb.Lab.Records;

/// <summary>
/// A directory that belongs to one configuration, which its <c>configuration.json</c> keeps, and is held by one process
/// at a time.
/// </summary>
/// <typeparam name="T">The configuration.</typeparam>
public sealed class ConfiguredDirectory<T> : IDisposable
    where T : class, IConfiguration
{
    private readonly FileStream _held;

    internal ConfiguredDirectory(string path, T configuration, FileStream held)
    {
        Path = path;
        Configuration = configuration;
        _held = held;
    }

    /// <summary>The directory, as it was given.</summary>
    public string Path { get; }

    /// <summary>What everything in it belongs to.</summary>
    public T Configuration { get; }

    /// <summary>The path of a file or folder in the directory.</summary>
    /// <param name="names">The folders that it is in and its own name.</param>
    public string PathOf(params ReadOnlySpan<string> names) => System.IO.Path.Combine([Path, .. names]);

    /// <summary>Lets the directory go.</summary>
    public void Dispose() => _held.Dispose();
}
