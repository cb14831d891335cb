using System.Text.Json;
using Hebb.Lab.Records;
using Hebb.Lab.Records.Networks;
using Hebb.Networks;

namespace Hebb.Lab.Studies.Supervised;

/// <summary>The files of a supervised run, each written anew, whole or not at all, after every epoch.</summary>
public static class SupervisedResults
{
    /// <summary>The weights after the last good epoch; see <see cref="NetworkFile"/>.</summary>
    public const string WeightsName = "weights.safetensors";

    /// <summary>The configuration and how far the run has come; see <see cref="SupervisedRecord"/>.</summary>
    public const string RecordName = "run.json";

    /// <summary>A row for each epoch; see <see cref="EpochTable"/>.</summary>
    public const string TableName = "epochs.csv";

    private const string PngName = "learning-curve.png";
    private const string SvgName = "learning-curve.svg";

    /// <summary>The names of the files, in the order in which they are written.</summary>
    public static IReadOnlyList<string> FileNames { get; } = [WeightsName, RecordName, PngName, SvgName, TableName];

    /// <summary>Writes them.</summary>
    /// <param name="directory">Where to.</param>
    /// <param name="configuration">What was run.</param>
    /// <param name="epochs">The epochs up to now, at least one.</param>
    /// <param name="network">The network after the last of them; null where it has diverged: the weights then stay.</param>
    internal static void Write(
        RunDirectory directory,
        SupervisedConfiguration configuration,
        IReadOnlyList<EpochRecord> epochs,
        EnergyNetwork<float>? network
    )
    {
        var epoch = epochs[^1].Epoch;
        var record = new SupervisedRecord(
            SupervisedRecord.CurrentFormatVersion,
            ProgramDescription.Version,
            network is null ? epoch - 1 : epoch,
            network is null ? epoch : null,
            configuration
        );
        if (network is not null)
        {
            NetworkFile.Write(directory.PathOf(WeightsName), network, Metadata(record));
        }

        directory.WriteFile(
            RecordName,
            stream => IndentedJson.Write(stream, record, SupervisedSerialization.Default.SupervisedRecord)
        );
        var figure = new SupervisedFigure(
            $"{configuration.Dataset}, {configuration.LayerText}, {configuration.Estimator}",
            configuration.SettingsText,
            epochs
        );
        directory.WriteFile(PngName, figure.WritePng);
        directory.WriteFile(SvgName, figure.WriteSvg);
        directory.WriteFile(TableName, stream => EpochTable.Write(stream, epochs));
    }

    private static Dictionary<string, string> Metadata(SupervisedRecord record) =>
        new(StringComparer.Ordinal)
        {
            ["program"] = $"hebb {record.ProgramVersion}",
            ["epoch"] = FormattableString.Invariant($"{record.EpochsDone}"),
            ["settings"] = JsonSerializer.Serialize(
                record.Configuration,
                SupervisedSerialization.Default.SupervisedConfiguration
            ),
        };
}
