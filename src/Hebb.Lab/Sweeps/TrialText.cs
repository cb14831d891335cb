using System.Text.Json;
using Hebb.Lab.Configurations.Settings;
using Hebb.Lab.Tables;

namespace Hebb.Lab.Sweeps;

/// <summary>How trials are shown to people.</summary>
public static class TrialText
{
    /// <summary>A status in a word.</summary>
    public static string Of(TrialStatus status) => status.ToString().ToLowerInvariant();

    /// <summary>A value as it is written in a file, texts without their quotes.</summary>
    public static string Of(JsonNode? value) =>
        value?.GetValueKind() is JsonValueKind.String ? value.GetValue<string>() : value?.ToJsonString() ?? "null";

    /// <summary>What a trial sets, in a line: the last names of the paths with the values, numbers to four digits.</summary>
    /// <param name="values">The values by their dotted paths.</param>
    public static string Of(JsonObject values)
    {
        ArgumentNullException.ThrowIfNull(values);
        string[] paths = [.. values.Select(pair => pair.Key)];
        return string.Join(
            ' ',
            values.Select(pair =>
                $"{SettingPath.Shortest([pair.Key], paths)}={SettingValue.Of(pair.Value)?.Brief ?? "null"}"
            )
        );
    }
}
