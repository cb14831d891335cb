using Hebb.Memory;
using Hebb.Settings;

namespace Hebb.Agents.Memory;

/// <summary>What an agent recalls of each action; see <see cref="Hebb.Memory.Actions.ActionRecall"/>.</summary>
public sealed record RecallSettings : ISettings
{
    /// <summary>How observations are taken apart.</summary>
    public RecallView View { get; init; } = RecallView.Flat;

    /// <summary>The reward above which an attempt has succeeded.</summary>
    [Range(-1e9, 1e9)]
    public double SuccessReward { get; init; } = 30;

    /// <summary>How far an outcome moves what was kept.</summary>
    [Range(0, 1.0, MinimumIsExclusive = true)]
    public double Rate { get; init; } = 1;

    /// <summary>The part of all content that is lost in a step.</summary>
    [Range(0, 1.0)]
    public double Decay { get; init; }

    /// <summary>
    /// Gated units for each action, which learn what to keep, in place of the outcomes that are written as designed; null for those.
    /// </summary>
    public GateSettings? Gates { get; init; }

    /// <summary>Whether actions also have weights of their own; without it they differ only in what is recalled and seen of them.</summary>
    public bool TellsActionsApart { get; init; } = true;

    /// <summary>Weights from what is recalled start uniform within this.</summary>
    [Range(0, 1e6, MinimumIsExclusive = true)]
    public double StartBound { get; init; } = 0.2;

    /// <summary>Whether it is written; without it nothing is ever recalled: the same agent without memory.</summary>
    public bool Writes { get; init; } = true;
}

/// <summary>How observations are taken apart for recall.</summary>
public enum RecallView
{
    /// <summary>Not at all: every number concerns all actions.</summary>
    Flat,

    /// <summary>A room of levers as objects, no lever told from another.</summary>
    Levers,
}
