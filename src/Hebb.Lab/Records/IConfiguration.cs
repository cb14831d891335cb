namespace Hebb.Lab.Records;

/// <summary>
/// Everything that the results in a directory depend on, as <c>configuration.json</c> keeps it. How many runs go at a
/// time changes no result and is not part of it.
/// </summary>
public interface IConfiguration
{
    /// <summary>What is missing in it, though it could be read; null when nothing is.</summary>
    string? Defect { get; }

    /// <summary>Its fields with their values, as they are told to people; those that say most come first.</summary>
    IEnumerable<(string Field, string Value)> Fields();
}
