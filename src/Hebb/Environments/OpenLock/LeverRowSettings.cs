using Hebb.Environments.OpenLock.Rooms;
using Hebb.Settings;

namespace Hebb.Environments.OpenLock;

/// <summary>What can be other than usual in rows of levers; see <see cref="LeverRowEnvironment"/>.</summary>
public sealed record LeverRowSettings : IValidatedSettings
{
    /// <summary>The fewest actions that open the door of a row, the door's own among them.</summary>
    [Range(2, LeverRow.MostActions)]
    public int LeastSteps { get; init; } = 2;

    /// <summary>The most actions that open the door of a row; every trial draws how many.</summary>
    [Range(2, LeverRow.MostActions)]
    public int MostSteps { get; init; } = 4;

    /// <summary>The attempts after which another trial begins though the door was not opened.</summary>
    [Range(1, OpenLockOptions.MostAttempts)]
    public int AttemptLimit { get; init; } = 30;

    /// <inheritdoc/>
    public void Validate() =>
        SettingRules.Refuse(
            MostSteps < LeastSteps,
            nameof(MostSteps),
            MostSteps,
            FormattableString.Invariant($"at least the fewest, {LeastSteps}, are needed")
        );
}
