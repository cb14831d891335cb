using System.Globalization;

namespace Hebb.Agents;

/// <summary>How settings that are not possible are refused: in a line that begins with their name.</summary>
internal static class SettingRules
{
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
}
