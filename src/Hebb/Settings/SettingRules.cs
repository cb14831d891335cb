using System.Collections;
using System.Diagnostics.CodeAnalysis;
using System.Reflection;

namespace Hebb.Settings;

/// <summary>Refuses settings that are not possible, in a line that begins with their name.</summary>
public static class SettingRules
{
    private const int MostNumbers = 1 << 24;

    /// <summary>
    /// Refuses settings, and those nested in them, that are outside of the range which their <see cref="RangeAttribute"/> states, missing,
    /// or not possible together (<see cref="IValidatedSettings"/>).
    /// </summary>
    /// <param name="settings">The settings: a record.</param>
    /// <exception cref="ArgumentException">A setting is not possible: its name, value and what would be right.</exception>
    public static void Require(ISettings settings) => Require(settings, prefix: "");

    /// <summary>Refuses a setting.</summary>
    /// <param name="isRefused">Whether it is refused.</param>
    /// <param name="name">Its name; behind a part's name and a dot where it is that of a part.</param>
    /// <param name="needed">What would be right.</param>
    /// <exception cref="ArgumentException">It is refused.</exception>
    public static void Refuse(bool isRefused, string name, IConvertible value, string needed)
    {
        if (isRefused)
        {
            throw new ArgumentException($"{name}: {value?.ToString(CultureInfo.InvariantCulture)}; {needed}", name);
        }
    }

    /// <summary>Refuses hidden layers that would take more memory than anybody means.</summary>
    /// <param name="hidden">Units of the hidden layers.</param>
    /// <param name="inputs">Units of the input.</param>
    /// <param name="outputs">Units of the output.</param>
    /// <param name="rows">The examples that settle at once.</param>
    /// <exception cref="ArgumentException">They would.</exception>
    public static void RequireRoom(IReadOnlyList<int> hidden, int inputs, int outputs, int rows)
    {
        double weights = 0;
        double units = 0;
        var last = inputs;
        foreach (var size in hidden.Append(outputs))
        {
            weights += (double)last * size;
            units += size;
            last = size;
        }

        Refuse(
            weights > MostNumbers || units * rows > MostNumbers,
            "Network.Hidden",
            $"[{string.Join(", ", hidden)}]",
            $"at most {MostNumbers} weights, and units of the {rows} examples that settle at once, are possible"
        );
    }

    [SuppressMessage(
        "Usage",
        "MA0015",
        Justification = "The message is a line for users; the name of a parameter would be added to it."
    )]
    private static void Require(ISettings settings, string prefix)
    {
        foreach (PropertyInfo property in SettingRecord.PropertiesOf(SettingRecord.TypeOf(settings)))
        {
            var value = property.GetValue(settings);
            var name = prefix + property.Name;
            Refuse(value is null && !SettingRecord.IsOptional(property), name, "null", "one is needed");
            if (property.GetCustomAttribute<RangeAttribute>() is { } attribute && value is not null)
            {
                RequireRange(NumberRange.Of(NumberType(property.PropertyType), attribute), value, name);
            }

            if (value is ISettings nested)
            {
                Require(
                    nested,
                    property.GetCustomAttribute<SettingsPartAttribute>()?.Name is { } part
                        ? part.Length == 0
                            ? prefix
                            : $"{prefix}{char.ToUpperInvariant(part[0])}{part[1..]}."
                        : $"{name}."
                );
            }
        }

        try
        {
            (settings as IValidatedSettings)?.Validate();
        }
        catch (ArgumentException refusal) when (prefix.Length > 0)
        {
            throw new ArgumentException(prefix + refusal.Message, refusal);
        }
    }

    private static void RequireRange(NumberRange range, object value, string name)
    {
        if (value is not IEnumerable list)
        {
            Refuse(!Contains(range, value), name, (IConvertible)value, $"{range.Text} is needed");
            return;
        }

        var numbers = list.Cast<IConvertible>().ToArray();
        Refuse(
            numbers.Any(number => !Contains(range, number)),
            name,
            $"[{string.Join(", ", numbers.Select(number => number.ToString(CultureInfo.InvariantCulture)))}]",
            $"a list, each {range.Text}, is needed"
        );
    }

    private static bool Contains(NumberRange range, object number) =>
        range.Contains(Convert.ToDouble(number, CultureInfo.InvariantCulture));

    private static Type NumberType(Type type) =>
        Nullable.GetUnderlyingType(type) ?? (type.IsGenericType ? type.GetGenericArguments()[0] : type);
}
