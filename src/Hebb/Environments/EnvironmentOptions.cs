using Hebb.Settings;

namespace Hebb.Environments;

/// <summary>
/// What can be other than usual in an environment of the catalogue: an immutable record of settings. Those that are usual make what is
/// made without any.
/// </summary>
public abstract class EnvironmentOptions
{
    private EnvironmentOptions() { }

    /// <summary>The type of the settings: a record whose properties can be set while it is made.</summary>
    public abstract Type Type { get; }

    /// <summary>The usual settings.</summary>
    public abstract ISettings Standard { get; }

    /// <summary>Makes an environment, still to be reset.</summary>
    /// <param name="settings">The settings; of <see cref="Type"/>.</param>
    /// <param name="stepLimit">The steps of the longest episode, at least 1; null for as many as it may have by its settings.</param>
    /// <exception cref="ArgumentException">
    /// A setting is not possible; the message begins with its name, then a colon, its value and what would be right.
    /// </exception>
    /// <exception cref="InvalidCastException">The settings are of another type.</exception>
    public abstract IEnvironment Create(ISettings settings, int? stepLimit = null);

    /// <summary>Settings of one type.</summary>
    /// <typeparam name="T">The type.</typeparam>
    /// <param name="standard">The usual settings.</param>
    /// <param name="create">Makes an environment of settings and a limit of steps, null for its own.</param>
    public static EnvironmentOptions Of<T>(T standard, Func<T, int?, IEnvironment> create)
        where T : class, ISettings
    {
        ArgumentNullException.ThrowIfNull(standard);
        ArgumentNullException.ThrowIfNull(create);
        return new Typed<T>(standard, create);
    }

    private sealed class Typed<T>(T standard, Func<T, int?, IEnvironment> create) : EnvironmentOptions
        where T : class, ISettings
    {
        public override Type Type => typeof(T);

        public override ISettings Standard => standard;

        public override IEnvironment Create(ISettings settings, int? stepLimit = null) =>
            create((T)settings, stepLimit);
    }
}
