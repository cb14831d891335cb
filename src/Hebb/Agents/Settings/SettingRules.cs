using System.Collections.Immutable;
using System.Globalization;

namespace Hebb.Agents.Settings;

/// <summary>How settings that are not possible are refused: in a line that begins with their name.</summary>
internal static class SettingRules
{
    private const int MostNumbers = 1 << 24;

    /// <summary>Refuses a setting.</summary>
    /// <param name="isRefused">Whether it is refused.</param>
    /// <param name="name">Its name; behind a part's name and a dot where it is that of a part.</param>
    /// <param name="value">Its value.</param>
    /// <param name="needed">What would be right.</param>
    /// <exception cref="ArgumentException">It is refused.</exception>
    public static void Refuse(bool isRefused, string name, IConvertible value, string needed)
    {
        if (isRefused)
        {
            throw new ArgumentException($"{name}: {value.ToString(CultureInfo.InvariantCulture)}; {needed}", name);
        }
    }

    /// <summary>Refuses hidden layers that would take more memory than anybody means.</summary>
    /// <param name="hidden">Units of the hidden layers.</param>
    /// <param name="inputs">Units of the input.</param>
    /// <param name="outputs">Units of the output.</param>
    /// <param name="rows">The examples that settle at once.</param>
    /// <exception cref="ArgumentException">They would.</exception>
    public static void RequireRoom(ImmutableArray<int> hidden, int inputs, int outputs, int rows)
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
            "Hidden",
            $"[{string.Join(", ", hidden)}]",
            $"at most {MostNumbers} weights, and units of the {rows} examples that settle at once, are possible"
        );
    }
}
