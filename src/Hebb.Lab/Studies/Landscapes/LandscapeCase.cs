namespace Hebb.Lab.Studies.Landscapes;

/// <summary>An agent whose actor's energy is looked at.</summary>
/// <param name="Depth">Its hidden layers.</param>
/// <param name="Feedback">gamma.</param>
/// <param name="Seed">The seed of the run.</param>
public sealed record LandscapeCase(int Depth, double Feedback, ulong Seed);
