namespace Hebb.Relaxation;

/// <summary>A relaxation of the catalogue.</summary>
/// <param name="Name">The name in configurations and on the command line.</param>
/// <param name="Description">One line on what it is.</param>
/// <param name="Create">Makes one.</param>
public sealed record RelaxationEntry(string Name, string Description, Func<RelaxationOptions, IRelaxation> Create);
