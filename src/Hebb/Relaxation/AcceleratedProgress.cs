namespace Hebb.Relaxation;

/// <summary>How far an example has come, at its last sweep that stands.</summary>
/// <param name="Norm">The Euclidean norm of what that sweep moved.</param>
/// <param name="Residual">How far the unit that moved furthest moved.</param>
/// <param name="IsGuess">Whether the units then went on to a guess, which the next sweep has to judge.</param>
internal readonly record struct AcceleratedProgress(double Norm, double Residual, bool IsGuess);
