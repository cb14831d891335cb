namespace Hebb.Optimizers;

/// <summary>The constants of one Adam step.</summary>
/// <param name="Rate">rate / (1 - beta1^t).</param>
/// <param name="Beta1">Decay of the first moment.</param>
/// <param name="Beta2">Decay of the second moment.</param>
/// <param name="RootCorrection">1 / sqrt(1 - beta2^t).</param>
/// <param name="Epsilon">Added to the corrected root.</param>
internal readonly record struct AdamStep<T>(T Rate, T Beta1, T Beta2, T RootCorrection, T Epsilon)
    where T : unmanaged;
