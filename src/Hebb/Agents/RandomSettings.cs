using Hebb.Settings;

namespace Hebb.Agents;

/// <summary>The settings of <see cref="RandomAgent"/>: there are none.</summary>
public sealed record RandomSettings : ISettings;
