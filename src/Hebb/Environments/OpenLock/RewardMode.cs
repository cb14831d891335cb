namespace Hebb.Environments.OpenLock;

/// <summary>What an action is rewarded for. In each the first line that fits is paid, and nothing where none fits.</summary>
/// <remarks>
/// The words: <i>opening</i> is pushing the unlocked door, for 50; <i>unlocked</i> is an unlocked door after an action, for 10
/// (whether off every solution too is a matter of <see cref="RewardRule"/>); <i>new</i> is an attempt that so far begins no
/// solution found before and begins another one; <i>no effect</i> costs 0.5; M grows with the solutions found.
/// </remarks>
public enum RewardMode
{
    /// <summary>Opening; unlocked.</summary>
    Basic,

    /// <summary>Opening; unlocked; any change, 0.5.</summary>
    ChangeState,

    /// <summary>Opening anew; unlocked anew. What reinforcement learners do best with (Edmonds et al., 2020).</summary>
    UniqueSolutions,

    /// <summary>Opening anew; unlocked anew; any change, 0.5.</summary>
    ChangeStateUniqueSolutions,

    /// <summary>Opening; unlocked; no effect.</summary>
    NegativeImmovable,

    /// <summary>Opening anew; unlocked anew; no effect.</summary>
    NegativeImmovableUniqueSolutions,

    /// <summary>Opening; unlocked; the beginning of a solution, 1; no effect.</summary>
    NegativeImmovablePartialSequence,

    /// <summary>Opening; unlocked; the same action again, -0.25; no effect.</summary>
    NegativeImmovableNegativeRepeat,

    /// <summary>Opening anew, times M; opening; unlocked anew, times M; unlocked; no effect.</summary>
    NegativeImmovableSolutionMultiplier,

    /// <summary>The same with the beginning of a solution, 1, before no effect.</summary>
    NegativeImmovablePartialSequenceSolutionMultiplier,

    /// <summary>The same, and last: an attempt that ends with the door, 0.5, or otherwise, -0.5.</summary>
    NegativeImmovablePartialSequenceSolutionMultiplierDoorSequence,

    /// <summary>
    /// As <see cref="NegativeImmovablePartialSequenceSolutionMultiplier"/>, where no effect means that nothing changed by either rule.
    /// </summary>
    NegativeChangeStatePartialSequenceSolutionMultiplier,
}
