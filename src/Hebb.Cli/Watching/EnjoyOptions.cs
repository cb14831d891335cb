namespace Hebb.Cli.Watching;

/// <summary>The arguments of <c>hebb enjoy</c>.</summary>
/// <param name="Seed">The seed of the episode; null for the subject's own.</param>
/// <param name="Picture">The picture to write; null for none.</param>
/// <param name="IsLive">Whether it is played on the terminal.</param>
/// <param name="StepsPerSecond">How fast it is played; null for the environment's own pace.</param>
/// <param name="Width">The width of the scene in the picture, in pixels.</param>
/// <param name="Samples">Whether the agent acts as it does while it learns.</param>
internal sealed record EnjoyOptions(
    ulong? Seed,
    string? Picture,
    bool IsLive,
    double? StepsPerSecond,
    int Frames,
    int Width,
    bool Samples
);
