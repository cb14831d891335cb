namespace Hebb.Lab.Logs.Events;

/// <summary>A scalar of a file of events.</summary>
/// <param name="WallTime">When it was, in seconds since 1970.</param>
/// <param name="Step">The environment steps that were taken.</param>
/// <param name="Tag">What it is, such as <c>charts/episodic_return</c>.</param>
/// <param name="Value">The number.</param>
public readonly record struct ScalarEvent(double WallTime, long Step, string Tag, float Value);
