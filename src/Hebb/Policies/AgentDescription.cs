using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Hebb.Environments;

namespace Hebb.Policies;

/// <summary>What a file says of its agent in its metadata, as JSON: all that is needed to make it again.</summary>
/// <param name="FormatVersion">The version of this layout; <see cref="CurrentFormatVersion"/>.</param>
/// <param name="Name">Its name in the catalogue.</param>
/// <param name="Settings">What it is made of; null where it has no settings.</param>
/// <param name="Environment">The environment, as the agent observes it.</param>
/// <param name="Centres">What becomes 0 in each observed number.</param>
/// <param name="Scales">What becomes 1, away from the centre.</param>
/// <param name="Steps">The environment steps that its schedules end with.</param>
/// <param name="Diagnoses">Whether it measures what costs time.</param>
/// <param name="State">The names that lead to the agent among the numbers of the file; empty where they are all its own.</param>
/// <param name="IsWhole">Whether the file has all of its state, rather than what is learned alone.</param>
internal sealed record AgentDescription(
    int FormatVersion,
    string Name,
    JsonObject? Settings,
    EnvironmentSpecification Environment,
    ImmutableArray<float> Centres,
    ImmutableArray<float> Scales,
    long Steps,
    ulong Seed,
    bool Diagnoses,
    string State,
    bool IsWhole
)
{
    /// <summary>The version that this program writes and reads.</summary>
    public const int CurrentFormatVersion = 1;
}

/// <summary>How it is written as JSON: names in camel case, numbers in their shortest exact form, infinities by their names.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true,
    IgnoreReadOnlyProperties = true
)]
[JsonSerializable(typeof(AgentDescription))]
internal sealed partial class AgentSerialization : JsonSerializerContext;
