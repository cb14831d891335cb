using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using Hebb.Lab.Records;

namespace Hebb.Lab.Sensitivities;

/// <summary><c>sweep.json</c>, what a sweep tells of itself, as far as it is looked at.</summary>
/// <param name="FormatVersion">The version of this layout; <see cref="CurrentFormatVersion"/>.</param>
/// <param name="Name">The sweep's name.</param>
/// <param name="Axes">The dotted paths of what is varied.</param>
/// <param name="Trials">The trials.</param>
internal sealed record SweepFile(
    int FormatVersion,
    string Name,
    ImmutableArray<string> Axes,
    ImmutableArray<SweepTrial> Trials
)
{
    /// <summary>The file's name.</summary>
    public const string FileName = "sweep.json";

    /// <summary>The version that is read.</summary>
    public const int CurrentFormatVersion = 1;

    /// <summary>Reads that of a sweep.</summary>
    /// <param name="folder">The sweep's folder.</param>
    /// <exception cref="RecordException">It cannot be read.</exception>
    public static SweepFile Read(string folder)
    {
        var path = Path.Combine(folder, FileName);
        try
        {
            SweepFile sweep =
                JsonSerializer.Deserialize(File.ReadAllBytes(path), SweepSerialization.Default.SweepFile)
                ?? throw new JsonException("it is empty");
            return Defect(sweep) is { } defect ? throw new JsonException(defect) : sweep;
        }
        catch (Exception exception)
            when (exception
                    is JsonException
                        or InvalidOperationException
                        or ArgumentException
                        or IOException
                        or UnauthorizedAccessException
            )
        {
            throw new RecordException(
                $"{path} is no sweep that can be read: {RecordException.OneLine(exception)}",
                exception
            );
        }
    }

    private static string? Defect(SweepFile sweep) =>
        sweep.FormatVersion != CurrentFormatVersion
            ? $"its format version is {sweep.FormatVersion}, not {CurrentFormatVersion}"
        : sweep.Axes.IsDefault || sweep.Trials.IsDefault ? "it has no axes or no trials"
        : sweep.Trials.FirstOrDefault(trial => !IsName(trial.Run)) is { } trial
            ? $"trial {trial.Number} has '{trial.Run}' for its folder of the store"
        : null;

    // A folder of the store, not one outside of it.
    private static bool IsName(string run) =>
        run.Length > 0 && run is not ("." or "..") && Path.GetFileName(run) == run;
}

/// <summary>How sweeps are read from JSON.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true
)]
[JsonSerializable(typeof(SweepFile))]
internal sealed partial class SweepSerialization : JsonSerializerContext;
