namespace Hebb.Lab.Configurations.Json;

/// <summary>In which lines of a file its settings stand.</summary>
internal sealed class JsonLines(IReadOnlyDictionary<string, int> lines)
{
    /// <summary>The lines of no file.</summary>
    public static JsonLines None { get; } = new(new Dictionary<string, int>(StringComparer.Ordinal));

    /// <summary>File and line of a setting, as messages begin; the line of what it stands in where it has none of its own.</summary>
    /// <param name="source">The file; empty for none.</param>
    public string Place(string source, string path)
    {
        if (source.Length == 0)
        {
            return "";
        }

        for (var at = path; at.Length > 0; at = at[..Math.Max(0, at.LastIndexOf('.'))])
        {
            if (lines.TryGetValue(at, out var line))
            {
                return FormattableString.Invariant($"{source}:{line}: ");
            }
        }

        return $"{source}: ";
    }
}
