using System.Text.Json;

namespace Hebb.Lab.Tables;

/// <summary>The value of a setting: a number, a truth value, or a text; lists are texts in JSON.</summary>
/// <param name="Text">How it is written: numbers in their shortest exact form.</param>
/// <param name="Number">The number that it is; null where it is none.</param>
/// <param name="Truth">The truth value that it is; null where it is none.</param>
public sealed record SettingValue(string Text, double? Number = null, bool? Truth = null)
{
    /// <summary>How it is written for people: whole numbers as they are, others to four digits that count.</summary>
    public string Brief =>
        Whole is null && Number is { } number ? number.ToString("G4", CultureInfo.InvariantCulture) : Text;

    /// <summary>The whole number that it is; null where it is none, or too great to be exact.</summary>
    public long? Whole =>
        Number is { } number && number == Math.Floor(number) && Math.Abs(number) < 1e15 ? (long)number : null;

    /// <summary>A value as it is in JSON; null where it is null there.</summary>
    /// <param name="node">The value; no object.</param>
    public static SettingValue? Of(JsonNode? node) =>
        node?.GetValueKind() switch
        {
            null or JsonValueKind.Null => null,
            JsonValueKind.Number => OfNumber(node.ToJsonString()),
            JsonValueKind.True => new SettingValue("true", Truth: true),
            JsonValueKind.False => new SettingValue("false", Truth: false),
            JsonValueKind.String => new SettingValue(node.GetValue<string>()),
            _ => new SettingValue(node.ToJsonString()),
        };

    /// <summary>A number.</summary>
    public static SettingValue Of(double number) => new(number.ToString("R", CultureInfo.InvariantCulture), number);

    private static SettingValue OfNumber(string json) =>
        double.TryParse(json, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
        && double.IsFinite(number)
            ? Of(number)
            : new SettingValue(json);
}
