namespace Hebb.Configurations;

/// <summary>A setting that is not possible: where it stands, and why. Whoever knows the file makes a line for the user of it.</summary>
/// <param name="path">Its dotted path; empty for the whole.</param>
internal sealed class SettingException(string path, string problem) : Exception(Line(path, problem))
{
    /// <summary>Its dotted path; empty for the whole.</summary>
    public string Path { get; } = path;

    /// <summary>Path and problem in a line.</summary>
    private static string Line(string path, string problem) => path.Length == 0 ? problem : $"{path}: {problem}";
}
