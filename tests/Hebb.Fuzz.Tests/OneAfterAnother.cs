namespace Hebb.Fuzz.Tests;

/// <summary>All cases run one after another: they share the directory that the process works in.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class OneAfterAnother : ICollectionFixture<FuzzWorkspace>
{
    public const string Name = "fuzz";
}
