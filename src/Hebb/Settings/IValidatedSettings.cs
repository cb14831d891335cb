namespace Hebb.Settings;

/// <summary>Settings that may be possible one by one, and not together.</summary>
public interface IValidatedSettings
{
    /// <summary>Refuses what is not possible together, of these settings and not of those nested in them.</summary>
    /// <exception cref="ArgumentException">
    /// It is not possible; the message begins with the name of the setting, then a colon, its value and what would be right.
    /// </exception>
    void Validate();
}
