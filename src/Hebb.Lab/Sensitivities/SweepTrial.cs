using System.Collections.Immutable;
using System.Text.Json.Nodes;

namespace Hebb.Lab.Sensitivities;

/// <summary>One trial of a sweep, as its <c>sweep.json</c> tells of it.</summary>
/// <param name="Number">Its number, from 0.</param>
/// <param name="Values">The values that it set, by dotted path.</param>
/// <param name="Run">The folder of its runs in the store.</param>
/// <param name="Status">How far it has come: finished, stopped, failed, running or waiting.</param>
/// <param name="Score">The mean over seeds of the mean return of the last 100 episodes; null where there is none.</param>
internal sealed record SweepTrial(
    int Number,
    ImmutableDictionary<string, JsonNode?> Values,
    string Run,
    string Status,
    double? Score = null
);
