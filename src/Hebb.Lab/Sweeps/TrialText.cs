using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Hebb.Lab.Sweeps;

/// <summary>How trials are told to people.</summary>
public static class TrialText
{
    private const int Digits = 4;

    /// <summary>A status in a word.</summary>
    /// <param name="status">The status.</param>
    public static string Of(TrialStatus status) =>
        status switch
        {
            TrialStatus.Waiting => "waiting",
            TrialStatus.Running => "running",
            TrialStatus.Finished => "finished",
            TrialStatus.Stopped => "stopped",
            TrialStatus.Failed => "failed",
            _ => throw new ArgumentOutOfRangeException(nameof(status), status, "There is no such status."),
        };

    /// <summary>A value as it is written in a file, texts without their quotes.</summary>
    /// <param name="value">The value.</param>
    public static string Of(JsonNode? value) =>
        value?.GetValueKind() is JsonValueKind.String ? value.GetValue<string>() : value?.ToJsonString() ?? "null";

    /// <summary>What a trial sets, in a line: the last names of the paths with the values, numbers to four digits.</summary>
    /// <param name="values">The values by their dotted paths.</param>
    public static string Of(JsonObject values)
    {
        ArgumentNullException.ThrowIfNull(values);
        return string.Join(' ', values.Select(pair => $"{LastName(pair.Key, values)}={Short(pair.Value)}"));
    }

    // As much of a path as tells it from the others.
    private static string LastName(string path, JsonObject values)
    {
        var names = path.Split('.');
        for (var kept = 1; kept < names.Length; kept++)
        {
            var name = string.Join('.', names[^kept..]);
            if (values.Count(pair => pair.Key.EndsWith($".{name}", StringComparison.Ordinal)) == 1)
            {
                return name;
            }
        }

        return path;
    }

    private static string Short(JsonNode? value) =>
        value is JsonValue number && number.TryGetValue(out double numeric) && !double.IsInteger(numeric)
            ? numeric.ToString($"G{Digits}", CultureInfo.InvariantCulture)
            : Of(value);
}
