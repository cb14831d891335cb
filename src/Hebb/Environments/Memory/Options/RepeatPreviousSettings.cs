using Hebb.Settings;

namespace Hebb.Environments.Memory.Options;

/// <summary>What can be other than usual in <c>RepeatPrevious-v0</c>.</summary>
public sealed record RepeatPreviousSettings : DeckSettings, IValidatedSettings
{
    /// <summary>Which card is to be named: 1 is the card that is shown, 2 the one before it. There must be more cards than that.</summary>
    [Range(1, int.MaxValue)]
    public int K { get; init; } = 4;

    /// <inheritdoc/>
    public void Validate() =>
        SettingRules.Refuse(K >= Cards, nameof(K), K, $"at most {Cards - 1} is possible with {Cards} cards");
}
