namespace Hebb.Tests.Shared;

/// <summary>A directory of its own for a test, gone when the test is over.</summary>
internal sealed class TemporaryDirectory : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("hebb-").FullName;

    /// <summary>A path in it where nothing is yet.</summary>
    public string New(string name = "out") => Path.Combine(_root, name);

    public void Dispose() => Directory.Delete(_root, recursive: true);
}
