namespace Hebb.Lab.Tests.Studies.Chains;

/// <summary>Tests that look at the heap and at the clock, which they would share with tests beside them.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public static class MeasuredAlone
{
    /// <summary>The name of the collection.</summary>
    public const string Name = "alone";
}
