namespace Hebb.Lab.Supervised;

/// <summary>What an epoch is at.</summary>
public enum SupervisedStage
{
    /// <summary>Training examples are being learned from.</summary>
    Training,

    /// <summary>Test examples are being answered.</summary>
    Testing,

    /// <summary>The files are being written.</summary>
    Writing,
}
