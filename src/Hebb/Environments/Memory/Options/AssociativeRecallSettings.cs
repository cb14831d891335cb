using Hebb.Settings;

namespace Hebb.Environments.Memory.Options;

/// <summary>What can be other than usual in <c>AssociativeRecall-v0</c>.</summary>
public sealed record AssociativeRecallSettings : IValidatedSettings
{
    /// <summary>How many keys are shown, each with its value.</summary>
    [Range(1, 64)]
    public int Pairs { get; init; } = 3;

    /// <summary>The numbers of a key.</summary>
    [Range(1, 64)]
    public int KeySize { get; init; } = 16;

    /// <summary>How many values there are.</summary>
    [Range(2, 64)]
    public int Values { get; init; } = 4;

    /// <inheritdoc/>
    public void Validate()
    {
        var least = 1 + BitOperations.Log2((uint)Pairs - 1);
        SettingRules.Refuse(
            Pairs > 1 && KeySize < least,
            nameof(KeySize),
            KeySize,
            $"at least {least} is needed for {Pairs} keys that differ"
        );
    }
}
