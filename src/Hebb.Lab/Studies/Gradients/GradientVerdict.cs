namespace Hebb.Lab.Studies.Gradients;

/// <summary>Whether what was measured is what theory says.</summary>
public enum GradientVerdict
{
    /// <summary>It is.</summary>
    AsTheorySays,

    /// <summary>It is not.</summary>
    Not,

    /// <summary>Too few betas stand clear of rounding, of kinks and of phases that do not settle.</summary>
    Unclear,

    /// <summary>Theory says nothing that could be checked.</summary>
    NothingExpected,

    /// <summary>The estimator refuses the combination, as it should.</summary>
    Refused,
}
