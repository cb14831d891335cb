using System.Globalization;

namespace Hebb.Cli.Tests.Gallery;

/// <summary>A setting as the commented file of <c>hebb config new</c> has it.</summary>
/// <param name="Value">Its value.</param>
/// <param name="Meaning">What the comment above it says.</param>
internal sealed record Setting(string Value, string Meaning);

/// <summary>Reads the commented files of <c>hebb config new</c>, in which each value and each comment has lines of its own.</summary>
internal static class CommentedSettings
{
    /// <summary>The settings below a part, by their paths, in the order of the file.</summary>
    /// <param name="file">The file.</param>
    /// <param name="part">The name of the part.</param>
    public static IReadOnlyDictionary<string, Setting> Of(string file, string part)
    {
        var settings = new OrderedDictionary<string, Setting>(StringComparer.Ordinal);
        List<string> path = [];
        List<string> comment = [];
        foreach (var line in file.Split('\n').Select(line => line.Trim()))
        {
            if (line.StartsWith("//", StringComparison.Ordinal))
            {
                comment.Add(line[2..].Trim());
                continue;
            }

            string[] pair = line.Split("\": ", 2);
            if (line.StartsWith('}') && path.Count > 0)
            {
                path.RemoveAt(path.Count - 1);
            }
            else if (pair is [_, "{"])
            {
                path.Add(pair[0].TrimStart('"'));
            }
            else if (pair.Length == 2 && path.FirstOrDefault() == part && (path.Count > 1 || pair[0] != "\"name"))
            {
                settings.Add(
                    string.Join('.', [.. path.Skip(1), pair[0].TrimStart('"')]),
                    new Setting(Value(pair[1]), Meaning(comment))
                );
            }

            comment.Clear();
        }

        return settings;
    }

    // Six digits say enough of a root.
    private static string Value(string text)
    {
        var value = text.TrimEnd(',').Trim('"');
        return
            double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && value.Length > 8
            ? number.ToString("G6", CultureInfo.InvariantCulture)
            : value;
    }

    // What is possible stands in parentheses at its end.
    private static string Meaning(IEnumerable<string> comment)
    {
        var text = string.Join(' ', comment).Replace("|", "\\|", StringComparison.Ordinal);
        var possible = text.LastIndexOf(" (", StringComparison.Ordinal);
        return text.StartsWith('(') ? text.Trim('(', ')')
            : possible < 0 ? text
            : text[..possible];
    }
}
