namespace Hebb.Lab.Records;

/// <summary>
/// Everything that the results in a directory depend on, as <c>configuration.json</c> keeps it. How many runs go at a
/// time changes no result and is not part of it.
/// </summary>
public interface IConfiguration
{
    /// <summary>Its fields with their values, those that say most first.</summary>
    JsonObject ToJson();
}
